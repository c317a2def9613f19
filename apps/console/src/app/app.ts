import { Component, DOCUMENT, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { StartProblem } from './session/start-problem';
import { ProblemNotice } from './ui/problem-notice';
import { Theme } from './ui/base/theme';
import { ToastList } from './ui/toast/toast-list';

@Component({
  selector: 'app-root',
  imports: [ProblemNotice, RouterOutlet, ToastList],
  template: `
    @if (start.problem(); as problem) {
      <main><app-problem-notice [problem]="problem" (retry)="reload()" /></main>
    }
    <router-outlet />
    <app-toasts />
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
  }

  protected reload(): void {
    this.location.reload();
  }
}
