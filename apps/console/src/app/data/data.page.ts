import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, linkedSignal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { IngestionRun, IngestionRunPage, IngestionRunSummary, RunStatus } from '@app/contracts';
import { DataChanges } from '../session/data-changes';
import { Address } from '../session/address';
import { Formats } from '../ui/base/formats';
import { latestOf } from '../ui/base/latest';
import { ProblemNotice } from '../ui/problem-notice';
import { TEXTS } from '../ui/base/texts';
import { DedupeWarning } from './report/dedupe-warning';
import { DecisionPanel } from './decision/decision-panel';
import { focusOpened } from './focus-opened';
import { MasterCard } from './state/master-card';
import { openedRun } from './run/opened-run';
import { RecordsCard } from './records-card';
import { RemovedCard } from './removed/removed-card';
import type { ReadingChoices } from './reading/reading-draft';
import { ReadingForm } from './reading/reading-form';
import { RunHistory } from './history/run-history';
import { RunReportCard } from './report/run-report';
import { isNotPublished, isUnderWay, isWaiting } from './run/runs';
import { StateCard } from './state/state-card';
import { DATA } from './run/texts';
import type { SheetAddress } from './upload/sheet-form';
import { Upload } from './upload/upload';
import { UploadCard } from './upload/upload-card';
import { runsUrl } from './run/api';
import { CardHead } from '../ui/card-head';

const RUNS = 10;

/** Where the numbers come from: state, upload, history of imports, records. */
@Component({
  selector: 'app-data',
  imports: [
    CardHead,
    DecisionPanel,
    DedupeWarning,
    MasterCard,
    ProblemNotice,
    ReadingForm,
    RecordsCard,
    RemovedCard,
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
  /** The run that was just uploaded, once it has ended. */
  private readonly own = computed(() => {
    const own = this.upload.run();
    return own?.view_id === this.address.viewId() && !isUnderWay(own) ? own : null;
  });
  /** The run of the history whose report is open: one selected there, or one on hold. */
  private readonly listed = computed(() => {
    const id = this.pickedId();
    if (id !== undefined) return this.runs().find((run) => run.id === id) ?? null;
    const newest = this.runs()[0];
    const isUploading = this.upload.run()?.view_id === this.address.viewId();
    return newest?.status === 'held' && !isUploading ? newest : null;
  });
  protected readonly opened = openedRun(
    computed(() => {
      const run = this.listed();
      return run?.id === this.own()?.id ? null : run;
    }),
  );
  /** The run whose report is open. */
  protected readonly shown = computed((): IngestionRun | null => {
    const [own, listed] = [this.own(), this.listed()];
    if (this.pickedId() === undefined && own) return own;
    if (!listed) return null;
    return listed.id === own?.id ? own : (this.opened.data() ?? null);
  });
  protected readonly openId = computed(() => this.shown()?.id ?? this.listed()?.id ?? null);
  /** Whether the open run is still on its way here. */
  protected readonly isOpening = computed(() => this.shown() === null && this.openId() !== null);
  /** The open run while it waits for a decision. */
  protected readonly waiting = computed(() => {
    const run = this.shown();
    return run?.report && isWaiting(run) ? { run, report: run.report } : null;
  });
  /** The open run once it needs no decision. */
  protected readonly ended = computed(() => (this.waiting() ? null : this.shown()));
  /** Told to screen readers when a run that the reader started has ended. */
  protected readonly announced = computed(() => {
    const own = this.own();
    return own ? this.resultOf(own) : '';
  });
  protected readonly mayUpload = computed(() => this.address.view()?.can.includes('upload') ?? false);
  protected readonly isWorthAWarning = computed(() => {
    const run = this.shown();
    if (!run?.report || isNotPublished(run)) return false;
    return run.report.duplicates_count + run.report.skipped > 0;
  });
  /** A run that failed for its header keeps its file: people say which columns they are. */
  protected readonly mayReadAgain = computed(() => {
    const run = this.ended();
    return this.mayUpload() && run?.status === 'failed' && run.file_kept;
  });
  protected readonly mayChangeRule = computed(() => this.address.view()?.can.includes('manage') ?? false);
  /** Only the file that was just uploaded can be imported again under another rule. */
  protected readonly hasFile = computed(
    () => this.upload.file()?.viewId === this.address.viewId() && this.upload.run()?.id === this.shown()?.id,
  );

  private readonly focusResult = focusOpened(() => this.shown() !== null, '.opened');

  constructor() {
    effect(() => {
      const running = this.runs().find(isUnderWay);
      untracked(() => {
        if (running && !this.upload.isBusy())
          void this.upload.resume(running).catch(() => this.history.reload());
      });
    });
  }

  protected async send(viewId: string, file: File): Promise<void> {
    this.pickedId.set(undefined);
    await this.upload.send(viewId, file);
    if (this.own()) this.focusResult();
  }

  protected async sendSheet(viewId: string, address: SheetAddress): Promise<void> {
    this.pickedId.set(undefined);
    await this.upload.sendSheet(viewId, address);
    if (this.own()) this.focusResult();
  }

  protected async refresh(viewId: string): Promise<void> {
    this.pickedId.set(undefined);
    await this.upload.refresh(viewId);
    if (this.own()) this.focusResult();
  }

  protected async publish(run: IngestionRun): Promise<void> {
    await this.upload.publish(run);
    this.showDecided();
  }

  protected async discard(run: IngestionRun): Promise<void> {
    await this.upload.discard(run);
    this.showDecided();
  }

  protected toggle(id: string): void {
    const isOpen = this.openId() === id;
    this.pickedId.set(isOpen ? null : id);
    if (!isOpen) this.focusResult();
  }

  protected async readAgain(run: IngestionRun, choices: ReadingChoices): Promise<void> {
    await this.upload.readAgain(run, choices);
    this.showDecided();
  }

  protected async rollBack(viewId: string, id: string): Promise<void> {
    await this.upload.rollBack({ view_id: viewId, id });
    this.showDecided();
  }

  private showDecided(): void {
    this.pickedId.set(undefined);
    if (!this.upload.refusal()) this.focusResult();
  }

  protected showMore(): void {
    this.limit.update((limit) => limit + RUNS);
  }

  protected resultOf(run: IngestionRunSummary): string {
    const kept = run.report?.kept ?? 0;
    if (run.status === 'published' && run.rollback)
      return DATA.result.back(this.formats.count(run.rollback.revision));
    if (run.status === 'published')
      return DATA.result.published(TEXTS.deals(this.formats.count(kept), kept === 1));
    const others: Partial<Record<RunStatus, string>> = DATA.result.others;
    return others[run.status] ?? DATA.result.failed;
  }
}
