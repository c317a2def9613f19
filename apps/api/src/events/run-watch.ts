import type { RunEvent, RunStatus } from '@app/contracts';
import type { WatchedRun } from '../ingestion/runs/watched-runs.repository.js';
import { isMeasured, type Mark, timeLeft } from './time-left.js';

/** Those that nothing comes after but their removal. */
const FINAL: readonly RunStatus[] = ['published', 'unchanged', 'failed', 'cancelled', 'discarded'];

/** A run as it was seen last. */
interface Seen {
  readonly event: RunEvent;
  /** Where it began to be measured; null before. */
  readonly from: Mark | null;
}

/** What became of runs between one look at them and the next. */
export class RunWatch {
  private seen = new Map<string, Seen>();

  /** Runs that had not ended, or waited for a decision, when they were seen last. */
  get open(): string[] {
    return this.state.filter(({ status }) => !FINAL.includes(status)).map(({ id }) => id);
  }

  /** Every run as it was seen last. */
  get state(): RunEvent[] {
    return [...this.seen.values()].map(({ event }) => event);
  }

  /**
   * Takes the runs as they are now; those that are missing are forgotten.
   *
   * @param now milliseconds
   * @param isServed whether readers have what a run published: until then nothing new is said of it
   * @returns those that are not as they were seen last
   */
  look(runs: readonly WatchedRun[], now: number, isServed: (run: WatchedRun) => boolean): RunEvent[] {
    const changed: RunEvent[] = [];
    const seen = new Map<string, Seen>();
    for (const run of runs) {
      const before = this.seen.get(run.id);
      const isNews = isServed(run) && !(before && isSame(before.event, run));
      const after = isNews ? seeing(run, now, before?.from ?? null) : before;
      if (!after) continue;
      seen.set(run.id, after);
      if (isNews) changed.push(after.event);
    }
    this.seen = seen;
    return changed;
  }
}

const isSame = (event: RunEvent, { status, progress }: WatchedRun): boolean =>
  event.status === status &&
  event.progress.phase === progress.phase &&
  event.progress.rows_read === progress.rows_read &&
  event.progress.fraction === progress.fraction;

function seeing(run: WatchedRun, now: number, begun: Mark | null): Seen {
  const { id, view_id, status, started_by, source, progress } = run;
  const mark = { at: now, progress };
  // A run that is read or published once more begins anew.
  const from = isMeasured(progress) ? (begun ?? mark) : null;
  const time_left_ms = from && timeLeft(from, mark);
  return { event: { id, view_id, status, started_by, source, progress, time_left_ms }, from };
}
