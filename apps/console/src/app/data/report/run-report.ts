import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { ImportFinding, IngestionRun, RunReport } from '@app/contracts';
import { ExportMenu } from '../../ui/export/export-menu';
import { Formats } from '../../ui/base/formats';
import { listFile } from '../run/api';
import { isNotPublished } from '../run/runs';
import { DATA } from '../run/texts';

const FIRST = 50;

/** The report of a run: rows read and kept, findings. */
@Component({
  selector: 'app-run-report',
  imports: [ExportMenu],
  templateUrl: './run-report.html',
  styleUrl: './run-report.css',
})
export class RunReportCard {
  protected readonly formats = inject(Formats);
  protected readonly texts = DATA.report;
  protected readonly columnName = columnName;

  readonly run = input.required<IngestionRun>();
  readonly report = input.required<RunReport>();

  private readonly id = computed(() => this.run().id);
  protected readonly showsAllFindings = linkedSignal({ source: this.id, computation: () => false });
  protected readonly showsAllDuplicates = linkedSignal({ source: this.id, computation: () => false });
  protected readonly findings = computed(() => firstOf(this.report().findings, this.showsAllFindings()));
  protected readonly duplicates = computed(() =>
    firstOf(this.report().duplicates, this.showsAllDuplicates()),
  );

  /** The lists whole: the report has the beginning of each. */
  protected readonly files = computed(() => ({
    findings: listFile(this.run(), 'findings'),
    duplicates: listFile(this.run(), 'duplicates'),
  }));

  /** Rows read = kept + merged + skipped. */
  protected readonly sum = computed(() => {
    const { rows_read, kept, duplicates_count, skipped } = this.report();
    return [
      { value: rows_read, label: DATA.report.rowsRead(rows_read === 1), sign: '' },
      { value: kept, label: DATA.report.kept, sign: '=' },
      { value: duplicates_count, label: DATA.report.merged, sign: '+' },
      { value: skipped, label: DATA.report.skipped, sign: '+' },
    ];
  });
  protected readonly changes = computed(() => {
    const { added, changed, removed } = this.report();
    const labelled = isNotPublished(this.run()) ? DATA.report.would : (what: string) => what;
    return [
      { value: added, label: labelled(DATA.report.added) },
      { value: changed, label: labelled(DATA.report.changed) },
      { value: removed, label: labelled(DATA.report.removed) },
    ];
  });
  protected readonly facts = computed(() => {
    const report = this.report();
    const orders = Object.entries(report.date_orders).map(
      ([column, order]) => `${columnName(column)} ${DATA.report.order[order]}`,
    );
    return [
      { label: DATA.report.unknownColumns, value: report.unknown_columns.join(', ') },
      { label: DATA.report.missingColumns, value: report.missing_columns.map(columnName).join(', ') },
      { label: DATA.report.dateOrders, value: orders.join(', ') },
      { label: DATA.report.file, value: this.fileFacts(report) },
      { label: DATA.report.duration, value: this.formats.seconds(report.duration_ms) },
    ].filter((fact) => fact.value !== '');
  });

  /** The row of a finding, or what it is about as a whole. */
  protected placeOf({ row, column }: ImportFinding): string {
    if (row !== null) return this.formats.count(row);
    return column === null ? DATA.report.wholeFile : DATA.report.wholeColumn;
  }

  private fileFacts({ encoding, separator }: RunReport): string {
    const { source } = this.run();
    const written = separator === null ? [] : [encoding, DATA.report.separators[separator] ?? separator];
    return [source.name, source.size > 0 ? this.formats.bytes(source.size) : '', ...written]
      .filter((part) => part !== '')
      .join(' · ');
  }
}

const firstOf = <Item>(items: readonly Item[], all: boolean) => (all ? items : items.slice(0, FIRST));

/** `Discovery date` of `discovery_date`; a column of the sheet's own keeps its name. */
function columnName(column: string): string {
  const known: Readonly<Record<string, string>> = DATA.report.fieldNames;
  return known[column] ?? column;
}
