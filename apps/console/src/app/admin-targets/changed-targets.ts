import { Component, input } from '@angular/core';
import { PlainTable, type PlainColumn } from '../ui/plain-table';
import { TARGETS } from './texts';

/** A target with what it was and what it is, as text. */
export interface ChangedTarget {
  /** As it is stored. */
  key: string;
  name: string;
  /** What its number is for, such as `a month`; empty where the name says it. */
  unit: string;
  before: string;
  after: string;
  isSample: boolean;
}

/** What a change does to targets, below each other. */
@Component({
  selector: 'app-changed-targets',
  imports: [PlainTable],
  template: `
    <table app-plain-table [caption]="caption()" [columns]="columns">
      <tbody>
        @for (line of lines(); track line.key) {
          <tr>
            <td class="wrap" [title]="line.key">
              {{ line.name }}
              @if (line.unit) {
                <small>{{ line.unit }}</small>
              }
              @if (line.isSample) {
                <small [title]="sample.hint">{{ sample.tag }}</small>
              }
            </td>
            <td class="r quiet">{{ line.before }}</td>
            <td class="r after">{{ line.after }}</td>
          </tr>
        }
      </tbody>
    </table>
  `,
  styles: `
    :host {
      display: block;
    }
    td {
      padding-block: 4px;
    }
    small {
      font: var(--t-label);
      color: var(--ink-2);
    }
    .after {
      font-weight: 600;
    }
  `,
})
export class ChangedTargets {
  protected readonly sample = TARGETS.sample;
  protected readonly columns: readonly PlainColumn[] = [
    { label: TARGETS.history.columns.target },
    { label: TARGETS.history.columns.before, kind: 'r' },
    { label: TARGETS.history.columns.after, kind: 'r' },
  ];
  readonly caption = input.required<string>();
  readonly lines = input.required<readonly ChangedTarget[]>();
}
