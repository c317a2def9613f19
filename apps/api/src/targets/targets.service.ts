import { Injectable } from '@nestjs/common';
import type { Targets } from '@app/contracts';
import { flattenTargets, resolveMasterTargets, resolveTargets, type TargetSet } from '@app/domain';
import type { StoredView } from '../views/stored-view.js';
import { ViewsService } from '../views/views.service.js';
import { TargetChangesRepository } from './target-changes.repository.js';

/** The targets of views: as stored, and as resolved from whatever shapes are stored. */
@Injectable()
export class TargetsService {
  constructor(
    private readonly views: ViewsService,
    private readonly changes: TargetChangesRepository,
  ) {}

  async of(view: StoredView): Promise<Targets> {
    const [set, sum, last] = await Promise.all([
      this.setOf(view),
      this.sumOf(view),
      this.changes.newest(view.id),
    ]);
    const resolved = flattenTargets(set);
    return {
      raw: { ...view.targets },
      resolved,
      views_sum:
        sum && Object.fromEntries(Object.keys(resolved).map((key) => [key, sum[key]?.value ?? null])),
      revision: view.targetsRevision,
      updated_at: last?.at.toISOString() ?? null,
      updated_by: last?.by ?? null,
    };
  }

  /** A view's own targets; a master's, key by key, or the sum over the views it adds up. */
  async setOf(view: StoredView): Promise<TargetSet> {
    return view.isMaster
      ? resolveMasterTargets(view.targets, await this.viewsOf(view))
      : resolveTargets(view.targets);
  }

  /** What the views of a master add up to, by key, whatever it has itself; null for a view. */
  private async sumOf(view: StoredView): Promise<ReturnType<typeof flattenTargets> | null> {
    return view.isMaster ? flattenTargets(resolveMasterTargets({}, await this.viewsOf(view))) : null;
  }

  private async viewsOf(view: StoredView): Promise<TargetSet[]> {
    const sources = await this.views.sourcesOf(view);
    return sources.map(({ targets }) => resolveTargets(targets));
  }
}
