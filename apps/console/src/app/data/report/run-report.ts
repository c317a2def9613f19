import { Component, computed, inject, input, linkedSignal, untracked } from '@angular/core';
import type { IngestionRun, RunReport } from '@app/contracts';
import { ExportMenu } from '../../ui/export/export-menu';
import { Formats } from '../../ui/base/formats';
import { type Tab, Tabs } from '../../ui/tabs';
import { duplicatesQuestion, fileOf } from '../run/api';
import { AsRead } from './as-read';
import { ChangeList } from './change-list';
import { DoubtfulRows } from './doubtful-rows';
import { EffectTables } from './effect-tables';
import { FindingGroups } from './finding-groups';
import { leftOut } from './left-out';
import { MergedRows } from './merged-rows';
import { DATA } from '../run/texts';
import { type CountedTab, firstTab, tabsOf } from './report-tabs';
import { REPORT } from './texts';

/** The report of a run: rows read and kept, and its lists behind tabs. How it may be read otherwise is projected. */
@Component({
  selector: 'app-run-report',
  imports: [AsRead, ChangeList, DoubtfulRows, EffectTables, ExportMenu, FindingGroups, MergedRows, Tabs],
  templateUrl: './run-report.html',
  styleUrl: './run-report.css',
})
export class RunReportCard {
  protected readonly formats = inject(Formats);
  protected readonly texts = REPORT;

  readonly run = input.required<IngestionRun>();
  readonly report = input.required<RunReport>();

  private readonly id = computed(() => this.run().id);
  protected readonly tabs = computed(() => tabsOf(this.run(), this.report()).map((tab) => this.counted(tab)));
  protected readonly tab = linkedSignal({
    source: this.id,
    // A run that is loaded anew keeps the list that its reader chose.
    computation: () => untracked(() => firstTab(this.run(), this.report())),
  });
  /** The chosen tab, or the first. */
  protected readonly shown = computed(
    () => (this.tabs().find(({ id }) => id === this.tab()) ?? this.tabs()[0])?.id,
  );

  protected readonly duplicatesFile = computed(() => fileOf(duplicatesQuestion(this.run())));
  protected readonly mergedValue = computed(() =>
    REPORT.mergedValue(this.formats.money(this.report().duplicates_value)),
  );

  /** Which sheet of a workbook was read; empty where there is no other. */
  protected readonly sheetRead = computed(() => {
    const { sheet_name: read, sheet_names: all } = this.report();
    const others = all.filter((name) => name !== read);
    if (read === null || others.length === 0) return '';
    const named = others.slice(0, SHEETS_NAMED).map(REPORT.sheet);
    const more = others.length - named.length;
    const unnamed = more > 0 ? [REPORT.otherSheets(this.formats.count(more), more === 1)] : [];
    return REPORT.sheetRead(read, this.formats.list([...named, ...unnamed]));
  });

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

  /** What was left out without being missed: sums of other rows, and headers that are repeated. */
  protected readonly noDeals = computed(() =>
    NO_DEALS.flatMap((why) => {
      const count = leftOut(this.report(), why);
      const rows = DATA.warning.row(this.formats.count(count), count === 1);
      return count > 0 ? [REPORT.noDeals[why](rows, count === 1)] : [];
    }).join(' '),
  );

  private counted({ id, count }: CountedTab): Tab {
    return { id, label: REPORT.tabs[id], count: count === null ? '' : this.formats.count(count) };
  }
}

const SHEETS_NAMED = 5;
const NO_DEALS = ['total_row', 'repeated_header'] as const;
