import { Injectable } from '@nestjs/common';
import type { Targets } from '@app/contracts';
import {
  flattenTargets,
  isGroup,
  markSample,
  resolveMasterTargets,
  resolveTargets,
  sampleKeys,
  type TargetSet,
} from '@app/domain';
import { Refusal } from '../refusals/refusal.js';
import type { StoredView } from '../views/stored-view.js';
import { ViewsService } from '../views/views.service.js';
import { TargetRevisionsService } from './target-revisions.service.js';

/** The targets of views: as stored, and as resolved from whatever shapes are stored. */
@Injectable()
export class TargetsService {
  constructor(
    private readonly views: ViewsService,
    private readonly revisions: TargetRevisionsService,
  ) {}

  /** As they are this moment, every change that was made brought in. */
  async of(viewId: string): Promise<Targets> {
    const { stored, newest, revision } = await this.revisions.settled(viewId);
    const view = await this.views.byId(viewId);
    if (!view) throw new Refusal('absent', 'The view is gone.');
    const { targets, sample } = stored;
    const current = { ...view, targets: isGroup(targets) ? targets : {}, sampleTargets: sample };
    const [set, sum] = await Promise.all([this.setOf(current), this.sumOf(view)]);
    const resolved = flattenTargets(set);
    return {
      raw: { ...current.targets },
      resolved,
      views_sum:
        sum && Object.fromEntries(Object.keys(resolved).map((key) => [key, sum[key]?.value ?? null])),
      revision,
      updated_at: newest?.at.toISOString() ?? null,
      updated_by: newest?.by ?? null,
    };
  }

  /** A view's own targets; a master's, key by key, or the sum over the views it adds up. */
  async setOf(view: StoredView): Promise<TargetSet> {
    return view.isMaster
      ? markedIn(view, resolveMasterTargets(view.targets, await this.viewsOf(view)))
      : ownOf(view);
  }

  /** What the views of a master add up to, by key, whatever it has itself; null for a view. */
  private async sumOf(view: StoredView): Promise<ReturnType<typeof flattenTargets> | null> {
    return view.isMaster ? flattenTargets(resolveMasterTargets({}, await this.viewsOf(view))) : null;
  }

  private async viewsOf(view: StoredView): Promise<TargetSet[]> {
    const sources = await this.views.sourcesOf(view);
    return sources.map(ownOf);
  }
}

const ownOf = (view: StoredView): TargetSet => markedIn(view, resolveTargets(view.targets));

/** What came with the sample says so, wherever it is shown. */
const markedIn = ({ targets, sampleTargets }: StoredView, resolved: TargetSet): TargetSet =>
  markSample(resolved, sampleKeys(targets, sampleTargets ?? []));
