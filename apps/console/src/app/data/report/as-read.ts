import { Component, computed, inject, input } from '@angular/core';
import type { IngestionRun, RunReport } from '@app/contracts';
import { Formats } from '../../ui/base/formats';
import { columnName } from '../run/column-names';
import { DATE_ORDER_NAMES } from '../run/date-order-names';
import { RowNumber } from './row-number';
import { REPORT } from './texts';

/** How a sheet was read: its columns, encoding and dates, and its first rows as they came out. */
@Component({
  selector: 'app-as-read',
  imports: [RowNumber],
  template: `
    <dl>
      @for (fact of facts(); track fact.label) {
        <div>
          <dt>{{ fact.label }}</dt>
          <dd>{{ fact.value }}</dd>
        </div>
      }
    </dl>
    @if (rows().length > 0) {
      <div class="scroll-x" tabindex="0" role="region" [attr.aria-label]="texts.firstRows">
        <table class="table">
          <caption>
            {{
              texts.firstRows
            }}
          </caption>
          <thead>
            <tr>
              <th scope="col" class="r">{{ texts.columns.row }}</th>
              @for (header of report().first_rows.header; track $index) {
                <th scope="col">{{ header }}</th>
              }
            </tr>
          </thead>
          <tbody>
            @for (row of rows(); track row.number) {
              <tr>
                <td class="r quiet"><app-row-number [source]="run().source" [row]="row.number" /></td>
                @for (cell of row.cells; track $index) {
                  <td [title]="cell">{{ cell }}</td>
                }
              </tr>
            }
          </tbody>
        </table>
      </div>
    }
  `,
  styleUrl: './as-read.css',
})
export class AsRead {
  private readonly formats = inject(Formats);
  protected readonly texts = REPORT;

  readonly run = input.required<IngestionRun>();
  readonly report = input.required<RunReport>();

  protected readonly rows = computed(() => {
    const { rows, row_numbers } = this.report().first_rows;
    return rows.map((cells, at) => ({ cells, number: row_numbers[at] ?? 0 }));
  });
  protected readonly facts = computed(() => {
    const report = this.report();
    const unordered = new Set<string>(report.unordered_dates);
    const orders = Object.entries(report.date_orders)
      .filter(([column]) => !unordered.has(column))
      .map(([column, order]) => `${columnName(column)} ${DATE_ORDER_NAMES[order]}`);
    return [
      { label: REPORT.file, value: this.fileFacts(report) },
      { label: REPORT.header, value: this.headerFact(report) },
      { label: REPORT.unknownColumns, value: this.unknown(report) },
      { label: REPORT.missingColumns, value: report.missing_columns.map(columnName).join(', ') },
      { label: REPORT.dateOrders, value: orders.join(', ') },
      { label: REPORT.duration, value: this.duration(report) },
    ].filter((fact) => fact.value !== '');
  });

  private fileFacts({ encoding, separator }: RunReport): string {
    const { source } = this.run();
    const written = separator === null ? [] : [encoding, REPORT.separators[separator] ?? separator];
    return [source.name, source.size > 0 ? this.formats.bytes(source.size) : '', ...written]
      .filter((part) => part !== '')
      .join(' · ');
  }

  /** Nothing of a file that was refused at once. */
  private duration({ rows_read, duration_ms }: RunReport): string {
    return rows_read > 0 ? this.formats.seconds(Math.max(duration_ms, SHORTEST_MS)) : '';
  }

  private headerFact({ header_row }: RunReport): string {
    return header_row === null ? '' : REPORT.headerRow(this.formats.count(header_row));
  }

  private unknown({ unknown_columns: names, unknown_columns_count: count }: RunReport): string {
    const others = count - names.length;
    return [...names, ...(others > 0 ? [REPORT.others(this.formats.count(others))] : [])].join(', ');
  }
}

/** The shortest duration that is said: less is none. */
const SHORTEST_MS = 100;
