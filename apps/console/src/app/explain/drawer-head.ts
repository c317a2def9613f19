import { Component, inject, input } from '@angular/core';
import { Icon } from '../ui/icon/icon';
import { Drawer } from '../session/drawer';
import { EXPLAIN } from './texts';

/** The heading of the drawer, with the way back to where it was opened from. Content marked `beside` stands beside it. */
@Component({
  selector: 'app-drawer-head',
  imports: [Icon],
  template: `
    @if (drawer.hasStepBack()) {
      <button type="button" class="link" (click)="drawer.stepBack()">
        <svg appIcon="arrow-left" aria-hidden="true"></svg>{{ texts.back }}
      </button>
    }
    <div class="title">
      <h2 id="drawer-title">{{ heading() }}</h2>
      <ng-content select="[beside]" />
    </div>
    @if (detail(); as detail) {
      <p>{{ detail }}</p>
    }
    <ng-content />
  `,
  styles: `
    :host {
      display: block;
      padding-right: 40px;
    }
    .title {
      display: flex;
      align-items: center;
      gap: 2px;
    }
    h2 {
      font: 600 18px/24px var(--font);
      letter-spacing: -0.01em;
      overflow-wrap: anywhere;
    }
    p {
      margin-top: 4px;
      color: var(--ink-2);
    }
    .link {
      display: inline-flex;
      align-items: center;
      gap: 4px;
      margin-bottom: var(--s-1);
    }
    .link svg {
      width: 14px;
      height: 14px;
    }
    @media print {
      .link {
        display: none;
      }
    }
  `,
})
export class DrawerHead {
  protected readonly drawer = inject(Drawer);
  protected readonly texts = EXPLAIN;
  readonly heading = input.required<string>();
  readonly detail = input('');
}
