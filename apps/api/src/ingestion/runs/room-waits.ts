import { Injectable } from '@nestjs/common';
import type { RunProgress, RunStatus } from '@app/contracts';

const UNDER_WAY: readonly RunStatus[] = ['queued', 'running'];

interface Shown {
  readonly id: string;
  readonly progress: RunProgress;
  readonly status: RunStatus;
}

/**
 * The runs of this process that wait until the disk of the database has room. They can be noted nowhere else: the
 * database takes no writes meanwhile, but it still answers.
 */
@Injectable()
export class RoomWaits {
  private readonly waiting = new Set<string>();

  begin(runId: string): void {
    this.waiting.add(runId);
  }

  end(runId: string): void {
    this.waiting.delete(runId);
  }

  /** A run with what it waits for; one that has ended waits for nothing, though its process is not through with it yet. */
  told<Run extends Shown>(run: Run): Run {
    if (!UNDER_WAY.includes(run.status) || !this.waiting.has(run.id)) return run;
    return { ...run, progress: { ...run.progress, phase: 'waiting_for_room' } };
  }
}
