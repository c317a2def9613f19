import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, inject, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { Copyable } from './copyable';
import { Copier } from './copier';
import { COPY } from './texts';

/** Copies a card, chart or table: as text, which pastes as a table, or as a picture. */
@Component({
  selector: 'app-copy-menu',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon],
  providers: [Copier],
  template: `
    <button
      type="button"
      class="icon-button"
      [cdkMenuTriggerFor]="menu"
      [attr.aria-label]="texts.of(title())"
      [title]="texts.label"
    >
      <svg appIcon="copy" aria-hidden="true"></svg>
    </button>
    @if (copier.said(); as said) {
      <span class="said" aria-hidden="true">{{ said }}</span>
    }
    <ng-template #menu>
      <div class="menu" cdkMenu [attr.aria-label]="texts.of(title())">
        <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="copier.text(of()())">
          {{ texts.text }} <small>{{ texts.textHint }}</small>
        </button>
        <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="copier.picture(of()())">
          {{ texts.picture }} <small>{{ texts.pictureHint }}</small>
        </button>
      </div>
    </ng-template>
  `,
  styles: `
    :host {
      position: relative;
      display: inline-flex;
    }
    .said {
      position: absolute;
      top: calc(100% + 4px);
      right: 0;
      z-index: 3;
      width: max-content;
      max-width: 240px;
      padding: 6px 10px;
      border: 1px solid var(--hairline);
      border-radius: var(--r-1);
      background: var(--surface);
      box-shadow: var(--shadow-pop);
      font: var(--t-label);
      color: var(--ink);
    }
  `,
})
export class CopyMenu {
  protected readonly copier = inject(Copier);
  protected readonly texts = COPY;

  /** Builds what is copied, at the moment of the click. */
  readonly of = input.required<() => Copyable>();
  /** Named in the label of the button. */
  readonly title = input.required<string>();
}
