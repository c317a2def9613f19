import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { DedupeRule, IngestionRun, IngestionRunSummary, RunStatus } from '@app/contracts';
import { Address } from '../session/address';
import { Session } from '../session/session';
import { Formats } from '../ui/base/formats';
import { ProblemNotice } from '../ui/problem-notice';
import { TEXTS } from '../ui/base/texts';
import { DedupeWarning } from './report/dedupe-warning';
import { DecisionPanel } from './decision/decision-panel';
import { QuestionPanel } from './decision/question-panel';
import { WaitingRuns } from './decision/waiting-runs';
import { focusOpened } from './run/focus-opened';
import { MasterCard } from './state/master-card';
import { OpenRun } from './open-run';
import { RecordsCard } from './records-card';
import { RemovedCard } from './removed/removed-card';
import type { ReadingChoices } from './reading/reading-draft';
import { ReadingForm } from './reading/reading-form';
import { RunHistory } from './history/run-history';
import { RunReportCard } from './report/run-report';
import { dealsAfter, isUnderWay, isWaiting } from './run/runs';
import { StateCard } from './state/state-card';
import { isWorthAWarning } from './report/left-out';
import { questionOf } from './run/question';
import { DATA } from './run/texts';
import { ViewRuns } from './run/view-runs';
import { UndoPublish } from './undo-publish';
import type { SheetAddress } from './upload/sheet-form';
import { Upload } from './upload/upload';
import { UploadCard } from './upload/upload-card';
import { CardHead } from '../ui/card-head';

/** Where the numbers come from: state, upload, history of imports, records. */
@Component({
  selector: 'app-data',
  imports: [
    CardHead,
    DecisionPanel,
    DedupeWarning,
    MasterCard,
    ProblemNotice,
    QuestionPanel,
    ReadingForm,
    RecordsCard,
    RemovedCard,
    RouterLink,
    RunHistory,
    RunReportCard,
    StateCard,
    UploadCard,
    WaitingRuns,
  ],
  providers: [OpenRun, UndoPublish, Upload, ViewRuns],
  templateUrl: './data.page.html',
  styleUrl: './data.page.css',
})
export class DataPage {
  private readonly formats = inject(Formats);
  private readonly session = inject(Session);
  protected readonly address = inject(Address);
  protected readonly upload = inject(Upload);
  protected readonly texts = DATA;

  protected readonly runs = inject(ViewRuns);
  protected readonly open = inject(OpenRun);
  private readonly undo = inject(UndoPublish);

  /** Whether the open run is still on its way here, or under way itself. */
  protected readonly isOpening = computed(() => {
    const run = this.open.run();
    return this.open.id() !== null && (run === null || isUnderWay(run));
  });
  /** The open run while it waits for a decision. */
  protected readonly waiting = computed(() => {
    const run = this.open.run();
    return run?.report && isWaiting(run) ? { run, report: run.report } : null;
  });
  /** The open run while it lacks an answer without which it cannot be read. */
  protected readonly asking = computed(() => {
    const run = this.open.run();
    const question = run && questionOf(run);
    return run?.report && question ? { run, question, report: run.report } : null;
  });
  /** The open run once it needs no decision. */
  protected readonly ended = computed(() => {
    const run = this.open.run();
    return run === null || this.waiting() || this.asking() || isUnderWay(run) ? null : run;
  });
  /** Other runs that wait for a decision, for those who may take it. */
  protected readonly undecided = computed(() =>
    this.runs.waiting().filter(({ id }) => id !== this.open.id()),
  );
  /** Told to screen readers when a run that the reader started has ended, or somebody else has decided. */
  protected readonly announced = computed(() => {
    const own = this.open.own();
    if (own) return this.resultOf(own);
    const run = this.ended();
    return run && this.decidedElsewhere() ? `${this.resultOf(run)}, ${this.decidedElsewhere()}` : '';
  });
  /** Who decided about the open run, or cancelled it, where that was somebody else; empty otherwise. */
  protected readonly decidedElsewhere = computed(() => {
    const run = this.ended();
    const who = run?.decided_by;
    return !who || who === this.session.user()?.email ? '' : `${DATA.history.by(run.status)} ${who}`;
  });
  protected readonly mayUpload = computed(() => this.address.view()?.can.includes('upload') ?? false);
  protected readonly isWorthAWarning = computed(() => {
    const run = this.open.run();
    if (run?.status !== 'published' && run?.status !== 'unchanged') return false;
    return run.report !== null && isWorthAWarning(run.report);
  });
  /** A run that failed for what its rows lack keeps its file: it may be read otherwise. */
  protected readonly mayReadAgain = computed(() => {
    const run = this.ended();
    return this.mayUpload() && run?.status === 'failed' && run.file_kept;
  });
  /** Why the open run was not read again; empty otherwise. */
  protected readonly readingRefusal = computed(() => {
    const { runId, detail } = this.upload.readingRefusal();
    return runId === this.open.id() ? detail : '';
  });
  /** Why a decision about the open run was refused; empty otherwise. */
  protected readonly refusal = computed(() => {
    const { runId, detail } = this.upload.refusal();
    return runId === this.open.id() ? detail : '';
  });
  /** Why the history could not do what was asked for, or a panel or form that is gone meanwhile. */
  protected readonly historyRefusal = computed(() => {
    const { viewId, runId, detail } = this.upload.refusal();
    if (viewId === this.address.viewId() && !this.saysItself(runId)) return detail;
    return this.waiting() || this.asking() || this.mayReadAgain() ? '' : this.readingRefusal();
  });
  protected readonly mayChangeRule = computed(() => this.address.view()?.can.includes('manage') ?? false);
  /** Only the file that was just uploaded can be imported again under another rule. */
  protected readonly hasFile = computed(
    () => this.upload.file()?.viewId === this.address.viewId() && this.upload.run()?.id === this.open.id(),
  );

  /** The run whose report gets the focus once it is there. */
  private readonly awaitedId = signal('');
  private readonly focusResult = focusOpened(() => this.open.run()?.id === this.awaitedId(), '.opened');

  constructor() {
    effect(() => {
      const me = this.session.user()?.email;
      const running = this.runs.all().find((run) => isUnderWay(run) && run.started_by === me);
      untracked(() => {
        if (running && !this.upload.isBusy() && running.id !== this.upload.run()?.id)
          void this.upload.resume(running).catch(() => this.runs.reload());
      });
    });
  }

  protected async send(viewId: string, file: File): Promise<void> {
    this.open.clear();
    await this.upload.send(viewId, file);
    this.showOwn();
  }

  protected async sendSheet(viewId: string, address: SheetAddress): Promise<void> {
    this.open.clear();
    await this.upload.sendSheet(viewId, address);
    this.showOwn();
  }

  protected async refresh(viewId: string): Promise<void> {
    this.open.clear();
    await this.upload.refresh(viewId);
    this.showOwn();
  }

  protected async sendUnder(rule: DedupeRule): Promise<void> {
    this.open.clear();
    await this.upload.sendUnder(rule);
    this.showOwn();
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
    if (this.open.id() === id) this.open.close();
    else this.show(id);
  }

  protected show(id: string): void {
    this.open.open(id);
    this.focusOn(id);
  }

  protected async readAgain(run: IngestionRun, choices: ReadingChoices): Promise<void> {
    await this.upload.readAgain(run, choices);
    this.showDecided();
  }

  protected async readUnder(rule: DedupeRule, run: IngestionRun): Promise<void> {
    await this.upload.readUnder(rule, run);
    this.showDecided();
  }

  protected async rollBack(viewId: string, id: string): Promise<void> {
    await this.upload.rollBack({ view_id: viewId, id });
    this.showDecided();
  }

  /** Whether a run has a place of its own that says why something was refused: the panel of its decision, or the upload. */
  private saysItself(id: string): boolean {
    const followed = this.upload.run();
    const undecided = [
      this.waiting()?.run,
      ...this.runs.waiting(),
      followed && isUnderWay(followed) ? followed : null,
    ];
    return undecided.some((run) => run?.id === id);
  }

  private showOwn(): void {
    const own = this.open.own();
    if (!own) return;
    this.open.openOwn();
    this.undo.tell(own, this.address.view()?.name ?? '');
    this.focusOn(own.id);
  }

  private focusOn(id: string): void {
    this.awaitedId.set(id);
    this.focusResult();
  }

  private showDecided(): void {
    if (!this.upload.refusal().detail && !this.upload.readingRefusal().detail) this.showOwn();
  }

  protected resultOf(run: IngestionRunSummary): string {
    const kept = run.report?.kept ?? 0;
    if (run.status === 'published' && run.rollback)
      return DATA.result.back(this.formats.count(run.rollback.revision));
    if (run.status === 'published' && run.mode === 'merge') return this.mergedBy(run);
    if (run.status === 'published')
      return DATA.result.published(TEXTS.deals(this.formats.count(kept), kept === 1));
    const question = questionOf(run);
    if (question) return DATA.questions[question];
    const others: Partial<Record<RunStatus, string>> = DATA.result.others;
    return others[run.status] ?? DATA.result.failed;
  }

  /** A merge says what it did: the rows of its file are not the deals of the view. */
  private mergedBy(run: IngestionRunSummary): string {
    const { added = 0, changed = 0 } = run.report ?? {};
    const changes = [
      ...(added > 0 ? [DATA.result.added(this.formats.count(added))] : []),
      ...(changed > 0 ? [DATA.result.changed(this.formats.count(changed))] : []),
    ];
    const deals = dealsAfter(run);
    return DATA.result.merged(
      changes.join(', ') || DATA.result.noChange,
      deals === null ? '' : TEXTS.deals(this.formats.count(deals), deals === 1),
    );
  }
}
