import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../ui/icon/icon';
import { EmptyState } from '../ui/empty-state';
import { SHELL } from './texts';

/** Says to everybody else who may open the pages of super admins, and whom to ask. */
@Component({
  selector: 'app-reserved',
  imports: [EmptyState, Icon, RouterLink],
  template: `
    <app-empty-state [title]="texts.title" [detail]="texts.detail">
      <svg sign appIcon="lock" aria-hidden="true"></svg>
      <a class="button primary" routerLink="/">{{ texts.home }}</a>
    </app-empty-state>
  `,
})
export class ReservedPage {
  protected readonly texts = SHELL.reserved;
}
