import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { IngestionRun, RunReport } from '@app/contracts';
import { ExportMenu } from '../../ui/export/export-menu';
import { Formats } from '../../ui/base/formats';
import { type Tab, Tabs } from '../../ui/tabs';
import { duplicatesQuestion, fileOf } from '../run/api';
import { isNotPublished, isWaiting } from '../run/runs';
import { AsRead } from './as-read';
import { FindingGroups } from './finding-groups';
import { MergedRows } from './merged-rows';
import { REPORT } from './texts';

/** The report of a run: rows read and kept, and its lists behind tabs. */
@Component({
  selector: 'app-run-report',
  imports: [AsRead, ExportMenu, FindingGroups, MergedRows, Tabs],
  templateUrl: './run-report.html',
  styleUrl: './run-report.css',
})
export class RunReportCard {
  protected readonly formats = inject(Formats);
  protected readonly texts = REPORT;
  protected readonly isWaiting = isWaiting;

  readonly run = input.required<IngestionRun>();
  readonly report = input.required<RunReport>();

  private readonly id = computed(() => this.run().id);
  protected readonly tab = linkedSignal({ source: this.id, computation: () => '' });
  protected readonly tabs = computed((): Tab[] => {
    const { findings_count, duplicates_count } = this.report();
    return [
      { id: 'findings', label: REPORT.tabs.findings, count: this.formats.count(findings_count) },
      { id: 'duplicates', label: REPORT.tabs.duplicates, count: this.formats.count(duplicates_count) },
      { id: 'reading', label: REPORT.tabs.reading, count: '' },
    ];
  });
  /** The chosen tab, or the first. */
  protected readonly shown = computed(
    () => (this.tabs().find(({ id }) => id === this.tab()) ?? this.tabs()[0])?.id,
  );

  protected readonly duplicatesFile = computed(() => fileOf(duplicatesQuestion(this.run())));
  protected readonly mergedValue = computed(() =>
    REPORT.mergedValue(this.formats.money(this.report().duplicates_value)),
  );

  /** Rows read = kept + merged + skipped. */
  protected readonly sum = computed(() => {
    const { rows_read, kept, duplicates_count, skipped } = this.report();
    return [
      { value: rows_read, label: REPORT.rowsRead(rows_read === 1), sign: '' },
      { value: kept, label: REPORT.kept, sign: '=' },
      { value: duplicates_count, label: REPORT.merged, sign: '+' },
      { value: skipped, label: REPORT.skipped, sign: '+' },
    ];
  });
  protected readonly changes = computed(() => {
    const { added, changed, removed } = this.report();
    const labelled = isNotPublished(this.run()) ? REPORT.would : (what: string) => what;
    return [
      { value: added, label: labelled(REPORT.added) },
      { value: changed, label: labelled(REPORT.changed) },
      { value: removed, label: labelled(REPORT.removed) },
    ];
  });
}
