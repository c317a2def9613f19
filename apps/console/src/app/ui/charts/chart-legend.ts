import { Component, input, output } from '@angular/core';
import type { ChartSeries } from './chart-series';
import { CHARTS } from './texts';

/** The series of a chart, each a switch. */
@Component({
  selector: 'app-chart-legend',
  host: { role: 'group', '[attr.aria-label]': 'texts.legend' },
  template: `
    @for (each of series(); track each.column) {
      <button
        type="button"
        [attr.aria-pressed]="shown().has(each.column)"
        (click)="switched.emit(each.column)"
      >
        <i
          aria-hidden="true"
          [class.line]="each.kind === 'line'"
          [class.dashed]="each.isDashed"
          [style.--colour]="'var(--' + each.colour + ')'"
        ></i
        >{{ each.label }}
      </button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      justify-content: flex-end;
    }
    button {
      display: inline-flex;
      align-items: center;
      gap: 5px;
      padding: 2px 6px;
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
    button[aria-pressed='false'] {
      color: var(--ink-2);
      text-decoration: line-through;
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
    .line {
      width: 14px;
      height: 2px;
    }
    .dashed {
      background: repeating-linear-gradient(90deg, var(--colour) 0 4px, transparent 4px 6px);
    }
    @media (max-width: 900px) {
      :host {
        justify-content: flex-start;
      }
      button {
        min-height: 32px;
      }
    }
  `,
})
export class ChartLegend {
  protected readonly texts = CHARTS;
  readonly series = input.required<readonly (ChartSeries & { label: string })[]>();
  readonly shown = input.required<ReadonlySet<string>>();
  /** Column of the series that was switched. */
  readonly switched = output<string>();
}
