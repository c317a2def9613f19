import { Injectable } from '@nestjs/common';
import type { PublishedEvent, ViewData } from '@app/contracts';
import { DataStatusService } from '../datasets/data-status.service.js';
import type { Dataset } from '../datasets/dataset.js';
import { MetadataRepository } from '../datasets/metadata.repository.js';
import { RecordSetsService } from '../datasets/record-sets.service.js';
import { WatchedRunsRepository } from '../ingestion/runs/watched-runs.repository.js';
import type { StoredView } from '../views/stored-view.js';
import { ViewsService } from '../views/views.service.js';

/** Which data readers of each view get. The database is asked only when that has changed. */
@Injectable()
export class RevisionNews {
  private version = -1;
  private known = new Map<string, PublishedEvent>();

  constructor(
    private readonly sets: RecordSetsService,
    private readonly views: ViewsService,
    private readonly status: DataStatusService,
    private readonly metadata: MetadataRepository,
    private readonly runs: WatchedRunsRepository,
  ) {}

  /** What each view shows that shows anything. */
  get state(): PublishedEvent[] {
    return [...this.known.values()];
  }

  /** @returns what is other data than at the last look */
  async look(): Promise<PublishedEvent[]> {
    const { version } = this.sets;
    if (version === this.version) return [];
    const views = await this.views.all();
    const status = await this.status.statusOf(views);
    const starters = await this.startersOf(views.filter(({ isMaster }) => !isMaster));
    const events = await Promise.all(views.map((view) => this.eventOf(view, status, starters)));
    const now = events.filter((event) => event.last_update !== null);
    const changed = now.filter((event) => !isSame(this.known.get(event.view_id), event));
    this.known = new Map(now.map((event) => [event.view_id, event]));
    this.version = version;
    return changed;
  }

  private async eventOf(
    view: StoredView,
    status: ReadonlyMap<string, ViewData>,
    starters: ReadonlyMap<string, string>,
  ): Promise<PublishedEvent> {
    const { revision, last_update } = status.get(view.id) ?? { revision: 0, last_update: null };
    const sources = (await this.views.sourcesOf(view)).flatMap(({ id }) => this.sets.peek(id) ?? []);
    // What made the data of a master another is the newest of what it adds up.
    const newest = sources.toSorted((a, b) => timeOf(b) - timeOf(a))[0];
    return {
      view_id: view.id,
      revision,
      started_by: (newest && starters.get(nameOf(newest.view, newest.state.revision))) ?? null,
      last_update,
    };
  }

  /** Who started the run that made the revision of a view. */
  private async startersOf(views: readonly StoredView[]): Promise<Map<string, string>> {
    const metadata = await this.metadata.ofViews(views);
    const ids = [...metadata.values()].flatMap(({ runId }) => runId ?? []);
    const starters = await this.runs.starters(ids);
    return new Map(
      views.flatMap((view) => {
        const { runId = null, revision = 0 } = metadata.get(view.id) ?? {};
        const by = starters.get(runId ?? '');
        return by === undefined ? [] : [[nameOf(view, revision), by] as const];
      }),
    );
  }
}

const nameOf = ({ id }: StoredView, revision: number): string => `${id} ${revision}`;

const timeOf = ({ state }: Dataset): number => state.lastUpdate?.getTime() ?? 0;

const isSame = (before: PublishedEvent | undefined, now: PublishedEvent): boolean =>
  before?.revision === now.revision && before.last_update === now.last_update;
