import { Component } from '@angular/core';
import { TEXTS } from './base/texts';

@Component({
  selector: 'app-product-mark',
  template: `
    <svg
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2.2"
      stroke-linecap="round"
      aria-hidden="true"
    >
      <path d="M3 19h18M6 15v-3M11 15V8M16 15v-5M20 6l-4 4-5-4-5 6" />
    </svg>
    <span>{{ name }}</span>
  `,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: var(--s-2);
      font: var(--t-title);
      letter-spacing: -0.01em;
    }
    svg {
      width: 22px;
      height: 22px;
      color: var(--accent);
    }
    @media (max-width: 900px) {
      span {
        display: var(--name, inline);
      }
    }
  `,
})
export class ProductMark {
  protected readonly name = TEXTS.product;
}
