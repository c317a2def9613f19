import { Component, DOCUMENT, effect, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { StartProblem } from './session/start-problem';
import { ProblemNotice } from './ui/problem-notice';
import { Connection } from './ui/base/connection';
import { Theme } from './ui/base/theme';

@Component({
  selector: 'app-root',
  imports: [ProblemNotice, RouterOutlet],
  template: `
    @if (start.problem(); as problem) {
      <main><app-problem-notice [problem]="problem" (retry)="reload()" /></main>
    }
    <router-outlet />
  `,
  styles: `
    main {
      max-width: 720px;
      margin: 0 auto;
      padding: var(--s-6) var(--s-4);
    }
  `,
})
export class App {
  private readonly location = inject(DOCUMENT).location;
  protected readonly start = inject(StartProblem);

  constructor() {
    inject(Theme); // follows the reader's choice from the first page on
    const { returned } = inject(Connection);
    effect(() => {
      if (returned() > 0 && this.start.problem()) this.reload();
    });
  }

  protected reload(): void {
    this.location.reload();
  }
}
