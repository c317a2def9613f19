import { Injectable } from '@nestjs/common';
import type { Targets } from '@app/contracts';
import { flattenTargets, resolveMasterTargets, resolveTargets, type TargetSet } from '@app/domain';
import type { StoredView } from '../views/stored-view.js';
import { ViewsService } from '../views/views.service.js';

/** The targets of views: as stored, and as resolved from whatever shapes are stored. */
@Injectable()
export class TargetsService {
  constructor(private readonly views: ViewsService) {}

  async of(view: StoredView): Promise<Targets> {
    return {
      raw: { ...view.targets },
      resolved: flattenTargets(await this.setOf(view)),
      revision: view.targetsRevision,
    };
  }

  /** A view's own targets; a master's, key by key, or the sum over the views it adds up. */
  async setOf(view: StoredView): Promise<TargetSet> {
    if (!view.isMaster) return resolveTargets(view.targets);
    const sources = await this.views.sourcesOf(view);
    return resolveMasterTargets(
      view.targets,
      sources.map(({ targets }) => resolveTargets(targets)),
    );
  }
}
