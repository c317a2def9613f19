import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyState } from '../ui/empty-state';
import { SHELL } from './texts';

@Component({
  selector: 'app-not-found',
  imports: [EmptyState, RouterLink],
  template: `
    <main>
      <app-empty-state [title]="texts.notFound.title" [detail]="texts.notFound.detail">
        <a class="button primary" routerLink="/">{{ texts.view.home }}</a>
      </app-empty-state>
    </main>
  `,
  styles: `
    main {
      padding: var(--s-6) var(--s-4);
      max-width: 720px;
      margin: 0 auto;
    }
  `,
})
export class NotFoundPage {
  protected readonly texts = SHELL;
}
