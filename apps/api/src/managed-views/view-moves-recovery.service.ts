import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { person } from '../audit/actors.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { Repeating } from '../database/repeating.js';
import { Startup, STARTUP_ORDER } from '../database/startup.js';
import { loggedReason } from '../database/trouble.js';
import { ArchivedViewsRepository } from '../views/archived-views.repository.js';
import { MovingViewsRepository } from '../views/moving-views.repository.js';
import { Refusal } from '../refusals/refusal.js';
import type { ViewMove } from '../views/view-move.js';
import { ViewMovesService } from './view-moves.service.js';
import { type Fence, ViewTurnsService } from './view-turns.service.js';

const EVERY_MS = 5_000;

/** Carries on what a process that died left of a renamed, deleted or restored view: at the start, and while running. */
@Injectable()
export class ViewMovesRecovery implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('Recovery');
  private readonly looks = new Repeating(
    EVERY_MS,
    () => this.look(),
    (error) => {
      this.log.warn(`Views that were being moved could not be looked for: ${loggedReason(error)}`);
    },
  );

  constructor(
    private readonly startup: Startup,
    private readonly moving: MovingViewsRepository,
    private readonly archived: ArchivedViewsRepository,
    private readonly moves: ViewMovesService,
    private readonly turns: ViewTurnsService,
    private readonly audit: AuditLog,
  ) {}

  onModuleInit(): void {
    this.startup.add(STARTUP_ORDER.moves, 'views that were being moved', async () => {
      await this.look();
      this.looks.start();
    });
  }

  onApplicationShutdown(): void {
    this.looks.stop();
  }

  /** For whoever has the list of views: nothing is half done when something else begins. */
  async finishAll(): Promise<void> {
    for (const [id, move] of await this.found()) {
      const view = { id, name: move.name };
      await this.turns.withData(view, (fence) => this.carryOn(id, move, fence));
    }
  }

  /** What a process is at work on is left to it. */
  private async look(): Promise<void> {
    for (const [id, move] of await this.found())
      await this.turns.ifFree(id, async (fence) => {
        // It may be done by now.
        if ((await this.found()).get(id)?.id === move.id) await this.carryOn(id, move, fence);
      });
  }

  private async carryOn(id: string, move: ViewMove, fence: Fence): Promise<void> {
    try {
      await this.moves.carryOn(id, move, fence);
      this.log.warn(`${move.name}: carried on an interrupted ${move.kind} of a view.`);
      await this.tell(id, move);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.log.warn(`${move.name}: an interrupted ${move.kind} of a view is taken back: ${error.message}`);
    }
  }

  /** Whoever asked for it got no answer, and its process told nobody. */
  private async tell(id: string, { kind, name, formerly, by }: ViewMove): Promise<void> {
    const actor = person({ id: null, email: by });
    const [former = name] = formerly;
    const [before, after] = [{ name: former }, { name }];
    const view = { id, name };
    if (kind === 'rename') await this.audit.record({ action: 'view_changed', actor, view, before, after });
    if (kind === 'restore') await this.audit.record({ action: 'view_restored', actor, view, after });
    if (kind === 'archive')
      await this.audit.record({ action: 'view_deleted', actor, view: { id, name: former }, before });
  }

  /** The document in `views` counts: its step may be ahead. */
  private async found(): Promise<Map<string, ViewMove>> {
    return new Map([...(await this.archived.underWay()), ...(await this.moving.underWay())]);
  }
}
