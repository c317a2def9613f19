import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Icon } from '../../ui/icon/icon';
import type { IngestionRun, RunReport } from '@app/contracts';
import { mostMoneyFirst, findingCause } from '@app/domain/ingest';
import { ExportMenu } from '../../ui/export/export-menu';
import { Formats } from '../../ui/base/formats';
import { fileOf, findingsQuestion } from '../run/api';
import { columnName } from '../run/column-names';
import { FindingRows } from './finding-rows';
import { REPORT } from './texts';

/** The findings of a run by cause and column, each with what to do about it; a cause opens its rows. */
@Component({
  selector: 'app-finding-groups',
  imports: [ExportMenu, FindingRows, Icon],
  templateUrl: './finding-groups.html',
  styleUrl: './finding-groups.css',
})
export class FindingGroups {
  protected readonly formats = inject(Formats);
  protected readonly texts = REPORT;

  readonly run = input.required<IngestionRun>();
  readonly report = input.required<RunReport>();

  private readonly id = computed(() => this.run().id);
  /** Key of the cause whose rows are shown. */
  protected readonly openKey = linkedSignal({ source: this.id, computation: () => '' });
  protected readonly wholeFile = computed(() => fileOf(findingsQuestion(this.run())));
  protected readonly groups = computed(() =>
    [...this.report().finding_counts].sort(mostMoneyFirst).map((cause) => {
      const column = cause.column === null ? '' : columnName(cause.column);
      const { title, advice } = findingCause(cause.code, cause.column);
      return {
        cause,
        key: `${cause.code} ${cause.column ?? ''}`,
        title,
        advice,
        column,
        count: this.formats.count(cause.amounts ?? cause.count),
        value: cause.value === null ? '' : this.formats.money(cause.value),
        file: fileOf(findingsQuestion(this.run(), cause)),
        fileTitle: REPORT.causeFile(title, column),
      };
    }),
  );

  protected toggle(key: string): void {
    this.openKey.update((open) => (open === key ? '' : key));
  }
}
