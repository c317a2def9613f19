import { Directive, computed, inject, input } from '@angular/core';
import { type DrawerLink, markOf } from './link';
import { LinkOpener } from './link-opener';

/**
 * A button that opens the records behind a number. Every such link of the console is one of these: it tells assistive
 * technology that a dialog opens, and carries in `data-link` what it opens, as written in the address.
 *
 * @example
 *   <button type="button" [appDrawerLink]="link">…</button>
 */
@Directive({
  selector: 'button[appDrawerLink]',
  host: {
    '[attr.aria-haspopup]': 'appDrawerLink() && "dialog"',
    '[attr.data-link]': 'mark()',
    '(click)': 'go()',
  },
})
export class DrawerLinkButton {
  private readonly links = inject(LinkOpener);
  /** Null for a button that opens nothing here. */
  readonly appDrawerLink = input.required<DrawerLink | null>();

  protected readonly mark = computed(() => {
    const link = this.appDrawerLink();
    return link && markOf(link);
  });

  protected go(): void {
    const link = this.appDrawerLink();
    if (link) this.links.open(link);
  }
}
