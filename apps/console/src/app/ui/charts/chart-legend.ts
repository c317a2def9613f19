import { Component, computed, input, output, signal } from '@angular/core';
import { Icon } from '../icon/icon';
import type { ColourToken } from '../base/chart-colours';
import type { LegendMark } from '../copy/copyable';
import { CHARTS } from './texts';

/** A series in the legend. */
export interface LegendEntry {
  /** Id of its column. */
  column: string;
  label: string;
  colour: ColourToken;
  /** Its edge, where it has one of another colour. */
  edge?: ColourToken;
  /** How it is drawn. */
  mark: LegendMark;
}

/** The legend of a chart: what is shown, each a toggle, and on demand what else could be. */
@Component({
  selector: 'app-chart-legend',
  imports: [Icon],
  host: { role: 'group', '[attr.aria-label]': 'texts.legend' },
  template: `
    @for (each of listed(); track each.column) {
      <button type="button" [attr.aria-pressed]="shown().has(each.column)" (click)="toggle(each.column)">
        <i
          aria-hidden="true"
          [class]="each.mark"
          [style.--colour]="'var(--' + each.colour + ')'"
          [style.--edge]="'var(--' + (each.edge ?? each.colour) + ')'"
        ></i
        >{{ each.label }}
      </button>
    }
    @if (ghost(); as name) {
      <span><i aria-hidden="true" class="ghost"></i>{{ name }}</span>
    }
    @if (hasUnfinished()) {
      <span><i aria-hidden="true" class="hatched"></i>{{ texts.unfinished }}</span>
    }
    @if (hidden().length > 0) {
      <button type="button" class="more" [attr.aria-expanded]="isOpen()" (click)="isOpen.set(!isOpen())">
        {{ isOpen() ? texts.fewer : texts.more(hidden().length)
        }}<svg appIcon="chevron-down" aria-hidden="true"></svg>
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
    }
    button,
    span {
      display: inline-flex;
      align-items: center;
      gap: 5px;
      min-height: 24px;
      padding: 0 5px;
      border: 0;
      border-radius: var(--r-1);
      background: none;
      font: var(--t-label);
      color: var(--ink);
      white-space: nowrap;
    }
    button:hover {
      background: var(--surface-2);
    }
    button[aria-pressed='false'],
    span {
      color: var(--ink-2);
    }
    .more {
      gap: 2px;
      margin-left: 5px;
      padding: 0 4px 0 8px;
      position: relative;
    }
    .more::before {
      content: '';
      position: absolute;
      inset: 0;
      border: 1px solid var(--field-edge);
      border-radius: var(--r-1);
    }
    .more svg {
      width: 14px;
      height: 14px;
    }
    .more[aria-expanded='true'] svg {
      rotate: 180deg;
    }
    @media print {
      .more,
      button[aria-pressed='false'] {
        display: none;
      }
    }
    button[aria-pressed='false'] i {
      opacity: 0.4;
    }
    i {
      width: 10px;
      height: 10px;
      border-radius: 2px;
      background: var(--colour);
    }
    .box {
      box-shadow: inset 0 0 0 1.5px var(--edge);
    }
    .outline {
      background: none;
      border: 1px dashed var(--colour);
    }
    .line,
    .dashed {
      width: 14px;
      height: 2px;
    }
    .dashed {
      background: repeating-linear-gradient(90deg, var(--colour) 0 4px, transparent 4px 6px);
    }
    .ghost {
      border-top: 2px solid var(--ink-2);
      border-radius: 0;
      background: color-mix(in srgb, var(--ink-3) 20%, transparent);
    }
    .hatched {
      border: 1px solid var(--ink-3);
      background: repeating-linear-gradient(135deg, var(--ink-3) 0 1px, transparent 1px 4px);
    }
    @media (max-width: 900px) {
      button {
        min-height: 32px;
      }
    }
    @media (pointer: coarse) {
      button {
        min-width: 44px;
        min-height: 44px;
      }
      /* What is touched is larger than what is seen. */
      .more::before {
        inset: 8px 0;
      }
    }
  `,
})
export class ChartLegend {
  protected readonly texts = CHARTS;
  readonly series = input.required<readonly LegendEntry[]>();
  readonly shown = input.required<ReadonlySet<string>>();
  /** What pale bars are; empty without any. */
  readonly ghost = input('');
  /** Whether hatched bars need a word. */
  readonly hasUnfinished = input(false);
  /** Column of the series that was toggled. */
  readonly switched = output<string>();

  protected readonly isOpen = signal(false);
  protected readonly hidden = computed(() => this.series().filter(({ column }) => !this.shown().has(column)));
  protected readonly listed = computed(() =>
    this.isOpen() ? this.series() : this.series().filter(({ column }) => this.shown().has(column)),
  );

  /** What was turned off stays in reach of who did it, and keeps the focus. */
  protected toggle(column: string): void {
    if (this.shown().has(column)) this.isOpen.set(true);
    this.switched.emit(column);
  }
}
