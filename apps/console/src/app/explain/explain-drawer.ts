import { CdkTrapFocus } from '@angular/cdk/a11y';
import { CdkVirtualScrollableElement } from '@angular/cdk/scrolling';
import {
  Component,
  DOCUMENT,
  DestroyRef,
  ElementRef,
  Injector,
  afterNextRender,
  effect,
  inject,
  viewChild,
} from '@angular/core';
import { Icon } from '../ui/icon/icon';
import { Drawer } from '../session/drawer';
import { DealPanel } from './deal-panel';
import { ListPanel } from './list-panel';
import { NumberPanel } from './number-panel';
import { EXPLAIN } from './texts';

/** The drawer that explains a number, down to its records and the history of each. */
@Component({
  selector: 'app-explain-drawer',
  imports: [CdkTrapFocus, CdkVirtualScrollableElement, DealPanel, ListPanel, Icon, NumberPanel],
  host: { '(document:keydown.escape)': 'escape($event)' },
  template: `
    <div class="scrim" aria-hidden="true" (click)="drawer.close()"></div>
    <div
      class="drawer"
      cdkVirtualScrollingElement
      role="dialog"
      aria-modal="true"
      cdkTrapFocus
      cdkTrapFocusAutoCapture
      aria-labelledby="drawer-title"
    >
      <button
        #close
        type="button"
        class="icon-button close"
        cdkFocusInitial
        [attr.aria-label]="texts.close"
        (click)="drawer.close()"
      >
        <svg appIcon="x" aria-hidden="true"></svg>
      </button>
      @if (drawer.opened(); as link) {
        @switch (link.kind) {
          @case ('deal') {
            <app-deal-panel [link]="link" />
          }
          @case ('explain') {
            <app-number-panel [link]="link" />
          }
          @default {
            <app-list-panel [link]="link" />
          }
        }
      }
    </div>
  `,
  styleUrl: './explain-drawer.css',
})
export class ExplainDrawer {
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly close = viewChild.required<ElementRef<HTMLElement>>('close');
  protected readonly drawer = inject(Drawer);
  protected readonly texts = EXPLAIN;

  constructor() {
    this.holdPage();
    // The clicked element is removed with the content that it replaced: keep the focus in the drawer.
    effect(() => {
      this.drawer.opened();
      afterNextRender(() => this.keepFocus(), { injector: this.injector });
    });
  }

  /** Escape in a menu closes only the menu. */
  protected escape(event: Event): void {
    if (!event.defaultPrevented) this.drawer.close();
  }

  /** Keeps scroll position and width of the page behind, and hides its scrollbar. */
  private holdPage(): void {
    const { documentElement: page, body, defaultView } = this.document;
    body.style.paddingRight = `${(defaultView?.innerWidth ?? 0) - page.clientWidth}px`;
    page.classList.add('page-held');
    inject(DestroyRef).onDestroy(() => {
      page.classList.remove('page-held');
      body.style.removeProperty('padding-right');
    });
  }

  private keepFocus(): void {
    if (this.document.activeElement === this.document.body) this.close().nativeElement.focus();
  }
}
