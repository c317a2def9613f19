import { Injectable } from '@nestjs/common';
import { fold } from '@app/domain';
import { LRUCache } from 'lru-cache';
import { DatasetReader } from '../datasets/dataset-reader.service.js';
import { RecordsRepository } from '../datasets/records.repository.js';
import { answerKey } from '../http/keyed-answer.js';
import type { Snapshot } from '../questions/answers.service.js';
import type { StoredView } from '../views/stored-view.js';
import { DealHistoryRepository, type Removal, type RemovingRun } from './deal-history.repository.js';

/** A deal that a publish removed, and that has not come back since. */
export interface GoneDeal extends Pick<Removal, 'change' | 'removed'> {
  /** Which of the datasets it was in. */
  readonly source: number;
  /** Folded, to be searched. */
  readonly client: string;
}

/** A view, the state of its data, and the publishes that removed deals from it. */
interface Source {
  readonly view: StoredView;
  readonly fingerprint: string | undefined;
  readonly runs: readonly RemovingRun[];
}

interface Known {
  /** Of the state that it was found in. */
  readonly key: string;
  readonly gone: readonly GoneDeal[];
}

/** Deals in all lists that are remembered. */
const MAX_KNOWN = 500_000;

/** Deals that publishes removed: found once, for as long as neither the data nor what is kept of its history changes. */
@Injectable()
export class GoneDealsService {
  /** By view. */
  private readonly known = new LRUCache<string, Known>({
    maxSize: MAX_KNOWN,
    sizeCalculation: ({ gone }) => gone.length + 1,
  });
  private readonly underWay = new Map<string, Promise<readonly GoneDeal[]>>();

  constructor(
    private readonly reader: DatasetReader,
    private readonly history: DealHistoryRepository,
    private readonly records: RecordsRepository,
  ) {}

  /** Those of a view, that went last first. */
  async of(snapshot: Snapshot): Promise<readonly GoneDeal[]> {
    const sources = await this.sourcesOf(snapshot);
    const key = keyOf(sources);
    const known = this.known.get(snapshot.view.id);
    if (known?.key === key) return known.gone;
    const finding =
      this.underWay.get(key) ?? this.remember(snapshot, sources).finally(() => this.underWay.delete(key));
    this.underWay.set(key, finding);
    return finding;
  }

  /** As they are in the database now: readers of this process may get the data of a moment ago. */
  private async sourcesOf({ datasets }: Snapshot): Promise<Source[]> {
    const views = datasets.map(({ view }) => view);
    const states = await this.reader.states(views);
    const source = async (view: StoredView): Promise<Source> => ({
      view,
      fingerprint: states.get(view.id)?.fingerprint,
      runs: await this.history.removingRuns(view.id),
    });
    return Promise.all(views.map(source));
  }

  /** What was found while a publish, or the removal of old history, came in between belongs to no state. */
  private async remember(snapshot: Snapshot, sources: readonly Source[]): Promise<readonly GoneDeal[]> {
    const gone = await this.found(sources);
    const key = keyOf(sources);
    const isSame = keyOf(await this.sourcesOf(snapshot)) === key;
    if (isSame && !sources.some(isShrinking)) this.known.set(snapshot.view.id, { key, gone });
    return gone;
  }

  private async found(sources: readonly Source[]): Promise<readonly GoneDeal[]> {
    const all = await Promise.all(sources.map((source, at) => this.goneOf(source, at)));
    return all.flat().sort((one, other) => (other.removed.at ?? '').localeCompare(one.removed.at ?? ''));
  }

  private async goneOf({ view, runs }: Source, source: number): Promise<GoneDeal[]> {
    const removals = await this.history.removals(runs);
    const ids = removals.map(({ dealId }) => dealId);
    const back = await this.reader.inCollection(view, (name) => this.records.dealIdsAmong(name, ids));
    return removals
      .filter(({ dealId }) => !back?.has(dealId))
      .map(({ change, client, removed }) => ({ source, change, client: fold(client), removed }));
  }
}

const keyOf = (sources: readonly Source[]): string =>
  answerKey(...sources.map(({ fingerprint, runs }) => [fingerprint, runs]));

const isShrinking = ({ runs }: Source): boolean => runs.some((run) => run.removing_changes);
