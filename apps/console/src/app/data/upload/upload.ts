import { HttpClient, HttpEventType, type HttpEvent } from '@angular/common/http';
import { DestroyRef, Service, computed, inject, signal } from '@angular/core';
import type { ChooseReading, DedupeRule, IngestionRun, IngestionRunSummary, RunEvent } from '@app/contracts';
import { type Observable, firstValueFrom, lastValueFrom, tap } from 'rxjs';
import { DataChanges } from '../../session/data-changes';
import { LiveEvents } from '../../session/live-events';
import { type ShownProblem, problemOf } from '../../ui/base/problem';
import type { SheetAddress } from './sheet-form';
import { Views } from '../../session/views';
import { Toasts } from '../../ui/toast/toasts';
import { isUnderWay } from '../run/runs';
import { DATA } from '../run/texts';
import { viewUrl } from '../../session/api';
import { previewUrl, publishUrl, refreshUrl, rollbackUrl, runUrl, runsUrl } from '../run/api';

/** Bytes sent. */
interface Sending {
  file: File;
  sent: number;
}

/** Why something that was asked of a run was refused. */
interface Refusal {
  viewId: string;
  runId: string;
  detail: string;
}

type Ref = Pick<IngestionRun, 'view_id' | 'id'>;

const NONE: Refusal = { viewId: '', runId: '', detail: '' };

const refusalOf = ({ view_id, id }: Ref, error: unknown): Refusal => ({
  viewId: view_id,
  runId: id,
  detail: problemOf(error).detail,
});

/** The upload of the data page: sends the file, follows its run, and keeps the file to import it under another rule. */
@Service({ autoProvided: false })
export class Upload {
  private readonly http = inject(HttpClient);
  private readonly changes = inject(DataChanges);
  private readonly live = inject(LiveEvents);
  private readonly toasts = inject(Toasts);
  private readonly views = inject(Views);
  private readonly isLeft = signal(false);

  readonly sending = signal<Sending | null>(null);
  /** The followed run, in progress or finished. */
  readonly run = signal<IngestionRun | null>(null);
  /** Milliseconds that it will still take; null while nobody knows. */
  readonly timeLeft = signal<number | null>(null);
  /** Why a sheet was not taken, and for which view it was meant. */
  readonly problem = signal<{ viewId: string; problem: ShownProblem } | null>(null);
  /** Why a decision about a run, or cancelling it, was refused. */
  readonly refusal = signal(NONE);
  /** Why a run's file was not read again; it is said where that was asked for. */
  readonly readingRefusal = signal(NONE);
  private readonly isDeciding = signal(false);
  readonly isCancelling = signal(false);
  /** The file of the last upload, as long as the page is open. */
  readonly file = signal<{ viewId: string; file: File } | null>(null);
  /** How the next sheet comes in. */
  readonly mode = signal<IngestionRun['mode']>('replace');
  /** Whether its difference is shown before anything is published. */
  readonly isPreview = signal(false);
  readonly isBusy = computed(() => {
    const run = this.run();
    return this.isDeciding() || this.sending() !== null || (run !== null && isUnderWay(run));
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => this.isLeft.set(true));
  }

  /** Sends a file and follows its run to the end. */
  async send(viewId: string, file: File): Promise<void> {
    this.file.set({ viewId, file });
    this.run.set(null);
    this.problem.set(null);
    this.forgetRefusals();
    this.sending.set({ file, sent: 0 });
    try {
      await this.follow(await this.post(viewId, file));
    } catch (error) {
      this.problem.set({ viewId, problem: problemOf(error) });
    } finally {
      this.sending.set(null);
    }
  }

  /** Has the sheet of an address fetched and follows its run to the end. */
  sendSheet(viewId: string, { sheet_url, sheet_name }: SheetAddress): Promise<void> {
    const body = { sheet_url, sheet_name, mode: this.mode(), dry_run: this.isPreview() };
    return this.startFetch(viewId, () => this.http.post<IngestionRun>(runsUrl(viewId), body));
  }

  /** Has the sheet of the view fetched anew and follows its run to the end. */
  refresh(viewId: string): Promise<void> {
    return this.startFetch(viewId, () => this.http.post<IngestionRun>(refreshUrl(viewId), null));
  }

  private async startFetch(viewId: string, ask: () => Observable<IngestionRun>): Promise<void> {
    this.file.set(null);
    this.run.set(null);
    this.problem.set(null);
    this.forgetRefusals();
    this.isDeciding.set(true);
    try {
      await this.follow(await firstValueFrom(ask()));
    } catch (error) {
      this.problem.set({ viewId, problem: problemOf(error) });
    } finally {
      this.isDeciding.set(false);
    }
  }

  /** Changes the rule of the view, then imports the kept file under it. */
  async sendUnder(rule: DedupeRule): Promise<void> {
    const kept = this.file();
    if (!kept) return;
    try {
      await this.changeRule(kept.viewId, rule);
    } catch (error) {
      this.problem.set({ viewId: kept.viewId, problem: problemOf(error) });
      return;
    }
    await this.send(kept.viewId, kept.file);
  }

  /** Publishes a held run and follows it to the end: it may be held once more. */
  publish(run: IngestionRun): Promise<void> {
    return this.decide(run, async () => {
      await this.follow(await firstValueFrom(this.http.post<IngestionRun>(publishUrl(run), null)));
    });
  }

  /** Reads the kept file of a run again, and follows it until it is a preview. */
  readAgain(run: IngestionRun, choices: ChooseReading): Promise<void> {
    const again = async () => {
      await this.follow(await firstValueFrom(this.http.post<IngestionRun>(previewUrl(run), choices)));
    };
    return this.decide(run, again, this.readingRefusal);
  }

  /** Changes the rule of the view, then reads the kept file of a run under it, otherwise as it was read before. */
  readUnder(rule: DedupeRule, run: IngestionRun): Promise<void> {
    return this.decide(run, async () => {
      await this.changeRule(run.view_id, rule);
      await this.follow(await firstValueFrom(this.http.post<IngestionRun>(previewUrl(run), run.reading)));
    });
  }

  /** Shows what it would change to bring the data back as a run left it. */
  rollBack(run: Ref): Promise<void> {
    return this.decide(run, async () => {
      const asked = this.http.post<IngestionRun>(rollbackUrl(run), null, { params: { dry_run: true } });
      await this.follow(await firstValueFrom(asked));
    });
  }

  /** Brings the data back as a run left it, at once. */
  async goBack(run: Ref): Promise<void> {
    await this.follow(await firstValueFrom(this.http.post<IngestionRun>(rollbackUrl(run), null)));
  }

  /** Discards a held run. */
  discard(run: IngestionRun): Promise<void> {
    return this.decide(run, async () => {
      this.run.set(await firstValueFrom(this.http.delete<IngestionRun>(runUrl(run))));
      await this.changes.published();
    });
  }

  /** Cancels the run in progress; whoever follows it learns that it has ended. */
  async cancel(): Promise<void> {
    const run = this.run();
    if (!run || !isUnderWay(run) || this.isCancelling()) return;
    this.refusal.set(NONE);
    this.isCancelling.set(true);
    try {
      this.run.set(await firstValueFrom(this.http.delete<IngestionRun>(runUrl(run))));
    } catch (error) {
      this.refusal.set(refusalOf(run, error));
    } finally {
      this.isCancelling.set(false);
    }
  }

  /** Follows a run of the history that is in progress, such as after a reload of the page. */
  async resume(run: IngestionRunSummary): Promise<void> {
    await this.follow(await firstValueFrom(this.http.get<IngestionRun>(runUrl(run))));
  }

  private async follow(run: IngestionRun): Promise<void> {
    this.sending.set(null);
    this.run.set(run);
    await this.changes.following(async () => {
      await this.watch(run);
      if (!this.isLeft()) await this.changes.published();
    });
  }

  /** Resolves when a run has ended; meanwhile it is shown as events tell of it. */
  private async watch(run: IngestionRun): Promise<void> {
    let last: RunEvent | null = null;
    let shown = run;
    while (isUnderWay(shown) && !this.isLeft()) {
      const event: RunEvent | null = await this.live.nextOf(run.id, last);
      last = event ?? last;
      this.timeLeft.set(event?.time_left_ms ?? null);
      // How it ended is asked for, and so is what somebody has just cancelled.
      const isOnItsWay = event && isUnderWay(event) && isUnderWay(this.run() ?? shown);
      shown = isOnItsWay
        ? { ...shown, status: event.status, progress: event.progress }
        : await firstValueFrom(this.http.get<IngestionRun>(runUrl(run)));
      this.run.set(shown);
    }
    this.timeLeft.set(null);
  }

  /** The data stays as it was read until a sheet is read again, also where the change is taken back. */
  private async changeRule(viewId: string, dedupe: DedupeRule): Promise<void> {
    const before = this.views.byId(viewId);
    const put = (rule: DedupeRule) => firstValueFrom(this.http.patch(viewUrl(viewId), { dedupe: rule }));
    await put(dedupe);
    const isChanged = before !== null && before.dedupe !== dedupe;
    // A failed look at the views is made up for by the next one.
    const back = isChanged ? () => put(before.dedupe).then(() => this.views.load().catch(() => [])) : null;
    this.toasts.changed(DATA.said.rule(before?.name ?? '', DATA.rule[dedupe].name), back);
  }

  /**
   * Somebody else may have decided meanwhile: the run is loaded again in any case.
   *
   * @param refused where it is said why that was refused
   */
  private async decide(run: Ref, answer: () => Promise<void>, refused = this.refusal): Promise<void> {
    this.forgetRefusals();
    this.isDeciding.set(true);
    try {
      await answer();
    } catch (error) {
      refused.set(refusalOf(run, error));
      await this.changes.published();
    } finally {
      this.isDeciding.set(false);
    }
  }

  private forgetRefusals(): void {
    this.refusal.set(NONE);
    this.readingRefusal.set(NONE);
  }

  private async post(viewId: string, file: File): Promise<IngestionRun> {
    const body = new FormData();
    body.append('file', file, file.name);
    const answer = await lastValueFrom(
      this.http
        .post<IngestionRun>(runsUrl(viewId), body, {
          reportUploadProgress: true,
          observe: 'events',
          params: { mode: this.mode(), dry_run: this.isPreview() },
        })
        .pipe(tap((event) => this.noteProgress(file, event))),
    );
    if (answer.type !== HttpEventType.Response || !answer.body) throw new Error('The upload had no answer.');
    return answer.body;
  }

  private noteProgress(file: File, event: HttpEvent<IngestionRun>): void {
    if (event.type === HttpEventType.UploadProgress)
      this.sending.set({ file, sent: Math.min(event.loaded, file.size) });
  }
}
