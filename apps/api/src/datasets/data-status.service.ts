import { Injectable } from '@nestjs/common';
import type { ViewData } from '@app/contracts';
import { sampleKeys } from '@app/domain';
import type { StoredView } from '../views/stored-view.js';
import { ViewsService } from '../views/views.service.js';
import { type Dataset, lastUpdateOf, revisionOf } from './dataset.js';
import { RecordSetsService } from './record-sets.service.js';

/** What the data of views is like: how much, how old, which revision. It is what the numbers are computed from. */
@Injectable()
export class DataStatusService {
  constructor(
    private readonly sets: RecordSetsService,
    private readonly views: ViewsService,
  ) {}

  /** By view id; masters are added up from their views. */
  async statusOf(views: readonly StoredView[]): Promise<Map<string, ViewData>> {
    const status = views.map(async (view): Promise<[string, ViewData]> => {
      const sources = await this.views.sourcesOf(view);
      const built = sources.map(({ id }) => this.sets.peek(id)).filter((dataset) => dataset !== null);
      return [view.id, summary(view, sources, built)];
    });
    return new Map(await Promise.all(status));
  }
}

function summary(view: StoredView, sources: readonly StoredView[], datasets: readonly Dataset[]): ViewData {
  const sampled = datasets.filter(({ state }) => state.sample);
  const marked = view.isMaster ? [view, ...sources] : [view];
  return {
    revision: revisionOf(view, datasets),
    records_count: datasets.reduce((count, { set }) => count + set.size, 0),
    last_update: lastUpdateOf(datasets),
    source_type: commonSource(datasets),
    sample: sampled.length > 0,
    sample_views: sampled.map((dataset) => dataset.view.name),
    sample_targets: marked.reduce((count, each) => count + sampleTargetsOf(each), 0),
  };
}

const sampleTargetsOf = ({ targets, sampleTargets }: StoredView): number =>
  sampleKeys(targets, sampleTargets ?? []).length;

/** The source all share that hold anything; null when they differ or nothing is loaded. */
function commonSource(datasets: readonly Dataset[]): string | null {
  const loaded = datasets.filter(({ set }) => set.size > 0);
  const sources = new Set(loaded.map(({ state }) => (state.sample ? 'sample' : state.sourceType)));
  const [only] = sources;
  return sources.size === 1 ? (only ?? null) : null;
}
