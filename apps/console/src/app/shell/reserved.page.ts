import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { EmptyState } from '../ui/empty-state';
import { SHELL } from './texts';

/** Says to everybody else who may open the pages of super admins, and whom to ask. */
@Component({
  selector: 'app-reserved',
  imports: [EmptyState, RouterLink],
  template: `
    <app-empty-state [title]="texts.title" [detail]="texts.detail">
      <a class="button primary" routerLink="/">{{ texts.home }}</a>
    </app-empty-state>
  `,
})
export class ReservedPage {
  protected readonly texts = SHELL.reserved;
}
