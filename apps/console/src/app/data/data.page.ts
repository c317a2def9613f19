import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, linkedSignal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { IngestionRun, IngestionRunPage, RunStatus } from '@app/contracts';
import { DataChanges } from '../session/data-changes';
import { Address } from '../session/address';
import { Formats } from '../ui/base/formats';
import { latestOf } from '../ui/base/latest';
import { ProblemNotice } from '../ui/problem-notice';
import { TEXTS } from '../ui/base/texts';
import { DedupeWarning } from './dedupe-warning';
import { HoldQuestion } from './hold-question';
import { MasterCard } from './master-card';
import { RecordsCard } from './records-card';
import { RunHistory } from './run-history';
import { RunReportCard } from './run-report';
import { isNotPublished, isUnderWay, toneOfRun } from './runs';
import { StateCard } from './state-card';
import { DATA } from './texts';
import { Upload } from './upload';
import { UploadCard } from './upload-card';
import { runsUrl } from './api';
import { CardHead } from '../ui/card-head';

const RUNS = 10;

/** Where the numbers come from: state, upload, history of imports, records. */
@Component({
  selector: 'app-data',
  imports: [
    CardHead,
    DedupeWarning,
    HoldQuestion,
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
  protected readonly address = inject(Address);
  protected readonly upload = inject(Upload);
  protected readonly texts = DATA;
  protected readonly toneOf = toneOfRun;

  private readonly limit = linkedSignal({ source: this.address.viewId, computation: () => RUNS });
  private readonly answer = httpResource<IngestionRunPage>(() => {
    this.changes.version(); // an import that ended belongs into the history
    const view = this.address.view();
    if (!view || view.is_master) return undefined;
    return { url: runsUrl(view.id), params: { limit: this.limit() } };
  });
  protected readonly history = latestOf(this.answer, () => this.address.viewId());
  protected readonly runs = computed(() => this.history.data()?.items ?? []);
  protected readonly hasMore = computed(() => (this.history.data()?.next_cursor ?? null) !== null);

  /** The run selected in the history; null when its report was closed, undefined when none was selected. */
  private readonly pickedId = linkedSignal<string | null, string | null | undefined>({
    source: this.address.viewId,
    computation: () => undefined,
  });
  /** The run whose report is open: one selected in the history, the one just uploaded, or one on hold. */
  protected readonly shown = computed(() => {
    const id = this.pickedId();
    if (id !== undefined) return this.runs().find((run) => run.id === id) ?? null;
    const own = this.upload.run();
    if (own?.view_id === this.address.viewId()) return isUnderWay(own) ? null : own;
    const newest = this.runs()[0];
    return newest?.status === 'held' ? newest : null;
  });
  /** The reasons why the open run is on hold. */
  protected readonly held = computed(() => {
    const run = this.shown();
    return run?.status === 'held' && run.report?.held ? { run, hold: run.report.held } : null;
  });
  protected readonly mayUpload = computed(() => this.address.view()?.can.includes('upload') ?? false);
  protected readonly isWorthAWarning = computed(() => {
    const run = this.shown();
    if (!run?.report || isNotPublished(run)) return false;
    return run.report.duplicates_count + run.report.skipped > 0;
  });
  protected readonly mayChangeRule = computed(() => this.address.view()?.can.includes('manage') ?? false);
  /** Only the file that was just uploaded can be imported again under another rule. */
  protected readonly hasFile = computed(
    () => this.upload.file()?.viewId === this.address.viewId() && this.upload.run()?.id === this.shown()?.id,
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
    this.pickedId.set(undefined);
    await this.upload.send(viewId, file);
  }

  protected async publish(run: IngestionRun): Promise<void> {
    await this.upload.publish(run);
    this.pickedId.set(undefined);
  }

  protected async discard(run: IngestionRun): Promise<void> {
    await this.upload.discard(run);
    this.pickedId.set(undefined);
  }

  protected toggle(id: string): void {
    this.pickedId.set(this.shown()?.id === id ? null : id);
  }

  protected showMore(): void {
    this.limit.update((limit) => limit + RUNS);
  }

  protected resultOf(run: IngestionRun): string {
    const kept = run.report?.kept ?? 0;
    if (run.status === 'published')
      return DATA.result.published(TEXTS.deals(this.formats.count(kept), kept === 1));
    const others: Partial<Record<RunStatus, string>> = DATA.result.others;
    return others[run.status] ?? DATA.result.failed;
  }
}
