import { Component, inject } from '@angular/core';
import { TOAST } from './texts';
import { Toasts } from './toasts';

/** The messages at the bottom of the page, told to those who do not see them. */
@Component({
  selector: 'app-toasts',
  host: {
    role: 'region',
    '[attr.aria-label]': 'texts.region',
    // What has the attribute is still told, and reached, while a dialog is open (CDK hides the rest of the page).
    'aria-live': 'polite',
    '(mouseenter)': 'toasts.pause()',
    '(mouseleave)': 'toasts.resume()',
    '(focusin)': 'toasts.pause()',
    '(focusout)': 'toasts.resume()',
    '(keydown.escape)': 'close($event)',
  },
  template: `
    @for (toast of toasts.shown(); track toast.id) {
      <div class="toast" [class.problem]="toast.isProblem">
        <span>{{ toast.text }}</span>
        @if (toast.action; as action) {
          <button type="button" class="act" (click)="toasts.act(toast)">
            {{ action.label }}
            @if (toast.isUndo) {
              <kbd aria-hidden="true">u</kbd>
            }
          </button>
        }
        <button type="button" class="close" [attr.aria-label]="texts.close" (click)="toasts.close(toast.id)">
          <svg viewBox="0 0 24 24" aria-hidden="true"><path d="M18 6 6 18M6 6l12 12" /></svg>
        </button>
      </div>
    }
  `,
  styles: `
    :host {
      position: fixed;
      z-index: 1010; /* above dialogs */
      /* Above the pages of a phone, and what saves the page, where it has them. */
      inset: auto 0
        max(
          var(--s-4),
          env(safe-area-inset-bottom),
          var(--bottom-bar, 0px) + var(--save-bar, 0px) + var(--s-2)
        );
      display: grid;
      justify-items: center;
      gap: var(--s-2);
      padding: 0 var(--s-3);
      pointer-events: none;
    }
    .toast {
      display: flex;
      align-items: center;
      gap: var(--s-3);
      max-width: min(640px, 100%);
      min-height: 44px;
      padding: 4px 6px 4px 16px;
      color: var(--surface);
      background: var(--ink);
      border-radius: var(--r-2);
      box-shadow: var(--shadow-pop);
      pointer-events: auto;
      transition: opacity 120ms;
    }
    .problem {
      border-left: 4px solid light-dark(#ef8378, #a8352b);
    }
    span {
      padding: 6px 0;
      overflow-wrap: anywhere;
    }
    button {
      flex: none;
      min-width: 36px;
      min-height: 36px;
      padding: 0 10px;
      color: inherit;
      font: var(--t-strong);
      border: 0;
      border-radius: var(--r-1);
      background: none;
      cursor: pointer;
    }
    button:hover {
      background: color-mix(in srgb, var(--surface) 18%, transparent);
    }
    button:focus-visible {
      outline: 2px solid var(--surface);
      outline-offset: -2px;
      box-shadow: none;
    }
    .act {
      margin-left: auto;
      text-decoration: underline;
      text-underline-offset: 3px;
    }
    .close {
      padding: 0;
    }
    .act + .close {
      margin-left: calc(-1 * var(--s-2));
    }
    span + .close {
      margin-left: auto;
    }
    svg {
      display: block;
      width: 16px;
      height: 16px;
      margin: auto;
      fill: none;
      stroke: currentColor;
      stroke-width: 2;
      stroke-linecap: round;
    }
    kbd {
      margin-left: 4px;
      padding: 0 5px;
      color: inherit;
      font: 500 11px/16px var(--font);
      border: 1px solid color-mix(in srgb, var(--surface) 45%, transparent);
      border-radius: 4px;
      background: none;
    }
    @media (pointer: coarse) {
      button {
        min-width: 44px;
        min-height: 44px;
      }
      kbd {
        display: none;
      }
    }
    @media (prefers-reduced-motion: no-preference) {
      @starting-style {
        .toast {
          opacity: 0;
        }
      }
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class ToastList {
  protected readonly toasts = inject(Toasts);
  protected readonly texts = TOAST;

  /** The newest goes first. */
  protected close(event: Event): void {
    event.stopPropagation();
    const newest = this.toasts.shown().at(-1);
    if (newest) this.toasts.close(newest.id);
  }
}
