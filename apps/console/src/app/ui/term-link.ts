import { Component, booleanAttribute, computed, inject, input } from '@angular/core';
import { isFigure } from '@app/domain/metrics';
import { TEXTS } from './base/texts';
import { NamedPages } from './links/named-pages';

/** The sign beside a number or a word that leads to its definition; nothing where it has none. */
@Component({
  selector: 'app-term-link',
  host: { '[class.quiet]': 'isQuiet()' },
  template: `
    @if (href(); as href) {
      <a
        [attr.href]="href"
        [attr.aria-label]="texts.whatIs(label())"
        [attr.tabindex]="tabindex()"
        [title]="texts.whatIs(label())"
        (click)="go($event, href)"
      ></a>
    }
  `,
  styles: `
    :host {
      display: inline-flex;
    }
    a {
      display: inline-grid;
      place-items: center;
      width: 24px;
      height: 24px;
      border-radius: 50%;
      color: var(--ink-2);
      font: 600 12px/1 var(--font);
    }
    /* No text of the card, for those who read or copy it: its label says what it is. */
    a::before {
      content: '?';
    }
    a:hover {
      background: var(--surface-2);
      color: var(--accent);
    }
    @media (pointer: coarse) {
      a {
        position: relative;
      }
      a::after {
        content: '';
        position: absolute;
        inset: -10px;
      }
    }
    /* Quiet: seen by whoever points at the head of the card or of the column, and on touch left to what the number opens. */
    @media (hover: hover) {
      :host(.quiet) a:not(:focus-visible) {
        opacity: 0;
      }
      :host-context(.card-head:hover) a:not(:focus-visible),
      :host-context(th:hover) a:not(:focus-visible),
      :host-context([role='columnheader']:hover) a:not(:focus-visible) {
        opacity: 1;
      }
    }
    @media (hover: none), print {
      :host(.quiet) {
        display: none;
      }
    }
  `,
})
export class TermLink {
  private readonly pages = inject(NamedPages, { optional: true });
  protected readonly texts = TEXTS;
  /** Id of the number or word. */
  readonly term = input.required<string>();
  /** What it is called here. */
  readonly label = input.required<string>();
  /** Whether it is seen only where somebody points at what it stands beside. */
  readonly isQuiet = input(false, { transform: booleanAttribute });
  readonly tabindex = input<0 | -1 | null>(null);

  protected readonly href = computed(() => {
    const term = this.term();
    return isFigure(term) ? null : (this.pages?.hrefOfTerm(term) ?? null);
  });

  /** With a modifier the browser opens it in a tab of its own. */
  protected go(event: MouseEvent, href: string): void {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.pages?.open(href);
  }
}
