import { Injectable } from '@nestjs/common';
import type { RunProgress } from '@app/contracts';

interface Shown {
  readonly id: string;
  readonly progress: RunProgress;
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

  /** A run with what it waits for. */
  told<Run extends Shown>(run: Run): Run {
    if (!this.waiting.has(run.id)) return run;
    return { ...run, progress: { ...run.progress, phase: 'waiting_for_room' } };
  }
}
