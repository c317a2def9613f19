import { Component, computed, input, model } from '@angular/core';
import { Icon } from '../icon/icon';
import { TermLink } from '../term-link';
import { inTwoLines, labelInGroup } from './head-groups';
import { directionOf, nextSort } from './table-rows';

/** The head of a column: a click sorts by it, a second one the other way round. */
@Component({
  selector: 'th[app-sort-head]',
  imports: [Icon, TermLink],
  host: { scope: 'col', '[attr.aria-sort]': 'direction()', '[attr.data-label]': 'shown()' },
  template: `
    <span
      ><button
        type="button"
        data-row="0"
        [attr.data-column]="column()"
        [attr.aria-label]="group() ? label() : null"
        [tabindex]="tabindex()"
        (click)="sort.set(next())"
      >
        {{ lines() }}
        @switch (direction()) {
          @case ('ascending') {
            <svg appIcon="arrow-up" aria-hidden="true"></svg>
          }
          @case ('descending') {
            <svg appIcon="arrow-down" aria-hidden="true"></svg>
          }
        }
      </button>
      @if (term(); as term) {
        <app-term-link isQuiet [term]="term" [label]="label()" [tabindex]="tabindex()" />
      }
    </span>
  `,
  styles: `
    button {
      display: inline-flex;
      align-items: center;
      gap: 2px;
      min-height: 24px;
      padding: 0;
      border: 0;
      background: none;
      font: inherit;
      text-align: inherit;
      color: inherit;
    }
    button:hover {
      color: var(--ink);
    }
    button:focus-visible {
      outline-offset: -1px;
    }
    span {
      position: relative;
      display: inline-flex;
    }
    /* In the gap before the label: there is no other room. */
    app-term-link {
      position: absolute;
      inset: auto 100% 0 auto;
      margin-right: -6px;
    }
    svg {
      width: 12px;
      height: 12px;
      flex: none;
    }
    /* One line and the last of two stand as high as the heads of lists, and clear of the lines above and below. */
    @media (min-width: 901px) and (pointer: fine) {
      button {
        padding: 2px 0 7px;
      }
      app-term-link {
        bottom: 3px;
      }
    }
    @media (max-width: 900px), (pointer: coarse) {
      button {
        min-height: 32px;
      }
    }
    @media (pointer: coarse) {
      button {
        min-width: 44px;
        min-height: 44px;
      }
      :host(.r) button {
        justify-content: end;
      }
    }
    /* A sheet repeats the heads of the one before, but no button in them. */
    @media print {
      span {
        display: none;
      }
      :host::after {
        content: attr(data-label);
      }
      :host([aria-sort='ascending'])::after {
        content: attr(data-label) ' ↑';
      }
      :host([aria-sort='descending'])::after {
        content: attr(data-label) ' ↓';
      }
    }
  `,
})
export class SortHead {
  readonly of = input.required<string>();
  readonly label = input.required<string>();
  /** Whether the first part of the label stands above it. */
  readonly group = input(false);
  /** The number whose definition is a step away; null for none. */
  readonly term = input<string | null>(null);
  readonly column = input.required<number>();
  readonly tabindex = input.required<0 | -1>();
  readonly sort = model.required<string>();

  protected readonly shown = computed(() => (this.group() ? labelInGroup(this.label()) : this.label()));
  protected readonly lines = computed(() => inTwoLines(this.shown()));
  protected readonly direction = computed(() => directionOf(this.sort(), this.of()));
  protected readonly next = computed(() => nextSort(this.sort(), this.of()));
}
