import { Injectable, type OnModuleInit } from '@nestjs/common';
import { sampleKeys } from '@app/domain';
import { Config } from '../config/config.js';
import { todayIn } from '../config/today.js';
import { STARTUP_ORDER, Startup } from '../database/startup.js';
import { TargetChangesRepository } from '../targets/target-changes.repository.js';
import type { StoredView } from '../views/stored-view.js';
import { ViewsRepository } from '../views/views.repository.js';
import { SamplePlan } from './sample-plan.js';
import { asMarks, sampleTargets } from './sample-targets.js';

/**
 * Earlier versions did not mark the targets of their sample. They are recognised by what the sample makes for the day
 * on which the view was made: what is still that, and was never changed here, nobody has set.
 */
@Injectable()
export class UnmarkedSample implements OnModuleInit {
  constructor(
    private readonly config: Config,
    private readonly startup: Startup,
    private readonly plan: SamplePlan,
    private readonly stored: ViewsRepository,
    private readonly changes: TargetChangesRepository,
  ) {}

  onModuleInit(): void {
    this.startup.add(STARTUP_ORDER.recovery, 'targets of the sample', async () => {
      if (!(await this.plan.isLoaded())) return;
      const unmarked = (await this.stored.all()).filter(({ sampleTargets: marks }) => marks === null);
      for (const view of unmarked) await this.mark(view);
    });
  }

  private async mark(view: StoredView): Promise<void> {
    if (view.isMaster || view.createdAt === null) return;
    const marks = asMarks(sampleTargets(view.name, todayIn(this.config.timeZone, view.createdAt)));
    const changed = (await this.changes.since(view.id, 0)).flatMap(({ keys }) => keys.map(({ key }) => key));
    const same = new Set(sampleKeys(view.targets, marks));
    await this.stored.markSampleTargets(
      view.id,
      marks.filter(({ key }) => same.has(key) && !changed.includes(key)),
    );
  }
}
