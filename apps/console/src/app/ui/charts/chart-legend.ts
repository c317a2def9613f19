import { Component, input, output } from '@angular/core';
import type { ColourToken } from '../base/chart-colours';
import { CHARTS } from './texts';

/** A series in the legend. */
export interface LegendEntry {
  /** Id of its column. */
  column: string;
  label: string;
  colour: ColourToken;
  /** How it is drawn. */
  mark: 'box' | 'line' | 'dashed' | 'outline';
}

/** The legend of a chart: each series is a toggle. */
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
        <i aria-hidden="true" [class]="each.mark" [style.--colour]="'var(--' + each.colour + ')'"></i
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
      padding: 2px 5px;
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
  readonly series = input.required<readonly LegendEntry[]>();
  readonly shown = input.required<ReadonlySet<string>>();
  /** Column of the series that was toggled. */
  readonly switched = output<string>();
}
