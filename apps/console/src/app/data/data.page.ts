import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, linkedSignal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { IngestionRunPage } from '@app/contracts';
import { DataChanges } from '../session/data-changes';
import { Situation } from '../session/situation';
import { Formats } from '../ui/formats';
import { latestOf } from '../ui/latest';
import { ProblemNotice } from '../ui/problem-notice';
import { TEXTS } from '../ui/texts';
import { DedupeWarning } from './dedupe-warning';
import { MasterCard } from './master-card';
import { RecordsCard } from './records-card';
import { RunHistory } from './run-history';
import { RunReportCard } from './run-report';
import { isUnderWay, toneOfRun } from './runs';
import { StateCard } from './state-card';
import { DATA } from './texts';
import { Upload } from './upload';
import { UploadCard } from './upload-card';

const RUNS = 10;

/** Where the numbers come from: state, upload, what each import did, the records themselves. */
@Component({
  selector: 'app-data',
  imports: [
    DedupeWarning,
    MasterCard,
    ProblemNotice,
    RecordsCard,
    RouterLink,
    RunHistory,
    RunReportCard,
    StateCard,
    UploadCard,
  ],
  providers: [Upload],
  templateUrl: './data.page.html',
  styleUrl: './data.page.css',
})
export class DataPage {
  private readonly formats = inject(Formats);
  private readonly changes = inject(DataChanges);
  protected readonly situation = inject(Situation);
  protected readonly upload = inject(Upload);
  protected readonly texts = DATA;
  protected readonly toneOf = toneOfRun;

  private readonly limit = linkedSignal({ source: this.situation.viewId, computation: () => RUNS });
  private readonly answer = httpResource<IngestionRunPage>(() => {
    this.changes.asked(); // an import that ended belongs into the history
    const view = this.situation.view();
    if (!view || view.is_master) return undefined;
    return { url: `/api/views/${view.id}/ingestions`, params: { limit: this.limit() } };
  });
  protected readonly history = latestOf(this.answer, () => this.situation.viewId());
  protected readonly runs = computed(() => this.history.data()?.items ?? []);
  protected readonly hasMore = computed(() => (this.history.data()?.next_cursor ?? null) !== null);

  /** The run whose report is open: the one just uploaded, or one picked from the history. */
  private readonly pickedId = linkedSignal<string | null, string | null>({
    source: this.situation.viewId,
    computation: () => null,
  });
  protected readonly shown = computed(() => {
    const picked = this.runs().find((run) => run.id === this.pickedId());
    const own = this.upload.run();
    return picked ?? (own && !isUnderWay(own) && own.view_id === this.situation.viewId() ? own : null);
  });
  protected readonly isWorthAWarning = computed(() => {
    const report = this.shown()?.report;
    return report ? report.duplicates_count + report.skipped > 0 : false;
  });
  protected readonly mayChangeRule = computed(() => this.situation.view()?.can.includes('manage') ?? false);
  /** Another rule can be tried at a click only for the file that was just sent. */
  protected readonly hasFile = computed(
    () =>
      this.upload.file()?.viewId === this.situation.viewId() && this.upload.run()?.id === this.shown()?.id,
  );

  constructor() {
    effect(() => {
      const running = this.runs().find(isUnderWay);
      untracked(() => {
        if (running && !this.upload.isBusy())
          void this.upload.follow(running).catch(() => this.history.reload());
      });
    });
  }

  protected async send(viewId: string, file: File): Promise<void> {
    this.pickedId.set(null);
    await this.upload.send(viewId, file);
  }

  protected toggle(id: string): void {
    this.pickedId.update((open) => (open === id ? null : id));
  }

  protected showMore(): void {
    this.limit.update((limit) => limit + RUNS);
  }

  protected resultOf(run: { status: string; report: { kept: number } | null }): string {
    const kept = run.report?.kept ?? 0;
    if (run.status === 'published')
      return DATA.result.published(TEXTS.deals(this.formats.count(kept), kept === 1));
    if (run.status === 'unchanged') return DATA.result.unchanged;
    return DATA.result.failed;
  }
}
