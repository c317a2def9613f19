import { randomUUID } from 'node:crypto';
import { type BeforeApplicationShutdown, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { lastTick } from '@app/domain';
import { Config } from '../config/config.js';
import { SeldomLog } from '../database/seldom-log.js';
import { Startup, STARTUP_ORDER } from '../database/startup.js';
import { loggedReason } from '../database/trouble.js';
import { IngestionService } from '../ingestion/ingestion.service.js';
import { LeasesService } from '../leases/leases.service.js';
import { SheetRunsService } from '../ingestion/sheet-runs.service.js';
import { SettingsService } from '../settings/settings.service.js';
import type { StoredView } from '../views/stored-view.js';
import { ViewsService } from '../views/views.service.js';
import { type ScheduledRefresh, ScheduledRefreshesRepository } from './scheduled-refreshes.repository.js';

const LOOK_MS = 2_000;
const LEASE = 'schedule';
const STARTED_BY = 'schedule';
/** Runs begun for one tick: after that many interruptions it is left to the next one. */
const MAX_ATTEMPTS = 3;
const LOOKING = 'Looking whether sheets are due';

/**
 * Fetches the sheets of views at the times of the setting `refresh_schedule`. What is due is not told by a timer but by
 * what each view has had: a tick that nobody was there for, or that a change of the clocks hides, is made up at the next
 * look. One process looks at a time, under a lease; that a tick leads to one run is up to the entry of its view, which
 * only one can change, and to the id of the run, which exists once.
 */
@Injectable()
export class ScheduleService implements OnModuleInit, BeforeApplicationShutdown {
  private readonly log = new Logger('Schedule');
  private readonly failures = new SeldomLog((message) => this.log.warn(message));
  /** The interval begins when the process listens; what it looks at is there some steps later. */
  private mayLook = false;
  private isLooking = false;

  constructor(
    private readonly config: Config,
    private readonly startup: Startup,
    private readonly settings: SettingsService,
    private readonly views: ViewsService,
    private readonly leases: LeasesService,
    private readonly refreshes: ScheduledRefreshesRepository,
    private readonly sheets: SheetRunsService,
    private readonly ingestion: IngestionService,
  ) {}

  onModuleInit(): void {
    this.startup.add(STARTUP_ORDER.schedule, 'sheets that are due', () => {
      this.mayLook = true;
      return Promise.resolve();
    });
  }

  beforeApplicationShutdown(): void {
    this.mayLook = false;
  }

  /** Looks, unless the look before still goes on. */
  @Interval(LOOK_MS)
  protected async lookAgain(): Promise<void> {
    if (!this.mayLook || this.isLooking) return;
    this.isLooking = true;
    await this.look().catch((error: unknown) => this.failed(LOOKING, error));
    this.isLooking = false;
  }

  /** While the process stops, the database goes: nobody needs to hear of that. */
  private failed(what: string, error: unknown): void {
    if (this.mayLook) this.failures.failed(what, loggedReason(error));
  }

  private async look(): Promise<void> {
    const { times } = (await this.settings.current()).refresh_schedule;
    const tick = lastTick({ times, timeZone: this.config.timeZone }, new Date());
    if (tick === null || !(await this.leases.take(LEASE))) return;
    try {
      for (const view of await this.views.all())
        if (!view.isMaster && view.sheetUrl !== null) await this.attempt(view, tick);
    } finally {
      await this.leases.release(LEASE);
    }
    this.failures.worked(LOOKING);
  }

  /** What fails for one view, such as a refused address, keeps no other from its tick. */
  private async attempt(view: StoredView, tick: Date): Promise<void> {
    try {
      await this.refreshWhenDue(view, tick);
      this.failures.worked(`Refreshing ${view.name}`);
    } catch (error) {
      this.failed(`Refreshing ${view.name}`, error);
    }
  }

  private async refreshWhenDue(view: StoredView, tick: Date): Promise<void> {
    const had = await this.refreshes.ofView(view.id);
    if (had === null) {
      // Whoever sets an address sees the sheet when it is due next, or asks for it.
      await this.refreshes.begin(view.id, tick);
      return;
    }
    const isNew = had.tick.getTime() < tick.getTime();
    if (!isNew && !(await this.isToRepeat(had, view))) return;
    const run = this.sheets.prepare(view, STARTED_BY, randomUUID());
    const next = isNew ? { tick, attempts: 1 } : { tick: had.tick, attempts: had.attempts + 1 };
    if (await this.refreshes.claim(had, { ...next, run_id: run.id })) await this.ingestion.start(run);
  }

  /** Its process stopped, before the run or during it. */
  private async isToRepeat({ run_id, attempts }: ScheduledRefresh, view: StoredView): Promise<boolean> {
    if (run_id === null || attempts >= MAX_ATTEMPTS) return false;
    return this.ingestion.wasInterrupted(this.sheets.prepare(view, STARTED_BY, run_id));
  }
}
