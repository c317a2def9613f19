import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Config } from '../config/config.js';
import { todayIn } from '../config/today.js';
import { STARTUP_ORDER, Startup } from '../database/startup.js';
import { DataStatusService } from '../datasets/data-status.service.js';
import { SampleDataService } from '../ingestion/sample-data.service.js';
import type { StoredView } from '../views/stored-view.js';
import { ViewsRepository } from '../views/views.repository.js';
import { SamplePlan } from './sample-plan.js';
import { sampleSheet } from './sample-sheet.js';
import { asMarks, sampleTargets } from './sample-targets.js';

/** Sample records and targets of an empty installation, brought in the way a user's file is. */
@Injectable()
export class SampleSeed implements OnModuleInit {
  private readonly log = new Logger('Sample');

  constructor(
    private readonly config: Config,
    private readonly startup: Startup,
    private readonly plan: SamplePlan,
    private readonly views: ViewsRepository,
    private readonly data: DataStatusService,
    private readonly sampleData: SampleDataService,
  ) {}

  onModuleInit(): void {
    this.startup.add(STARTUP_ORDER.sample, 'sample records', () => this.run());
  }

  /** Remembers that this installation gets its sample. */
  async planned(): Promise<void> {
    if (this.config.seed === 'sample') await this.plan.set('planned');
  }

  private async run(): Promise<void> {
    if (!(await this.plan.isPending())) return;
    const today = todayIn(this.config.timeZone, new Date());
    for (const view of await this.unfilled()) await this.fill(view, today);
    await this.plan.set('loaded');
    this.log.log(
      'The database was empty: sample records are in. A super admin removes them with one action.',
    );
  }

  /** Views without data: a first start that was cut short may have filled some, and people may have begun to work. */
  private async unfilled(): Promise<StoredView[]> {
    const views = (await this.views.all()).filter(({ isMaster }) => !isMaster);
    const status = await this.data.statusOf(views);
    return views.filter(({ id }) => status.get(id)?.revision === 0);
  }

  private async fill(view: StoredView, today: string): Promise<void> {
    if (Object.keys(view.targets).length === 0) {
      const targets = sampleTargets(view.name, today);
      await this.views.setSampleTargets(view.id, targets, asMarks(targets));
    }
    await this.sampleData.load(view, sampleSheet(view.name, today));
  }
}
