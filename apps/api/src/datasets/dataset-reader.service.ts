import { setImmediate as othersTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { normaliseStored, RecordSetBuilder } from '@app/domain';
import type { StoredView } from '../views/stored-view.js';
import { CollectionsRepository } from './collections.repository.js';
import type { Dataset } from './dataset.js';
import { type DatasetState, type Live, stateOf } from './dataset-state.js';
import { MetadataRepository } from './metadata.repository.js';
import { RecordRefsBuilder } from './record-refs.js';
import { RecordsRepository, type StoredRecord } from './records.repository.js';

/** The collection was replaced while it was being read: what was read belongs to no revision. */
export class CollectionMovedError extends Error {
  override readonly name = 'CollectionMovedError';
}

const ATTEMPTS = 5;
/** Cursor killed by a rename, cursor not found, namespace gone. */
const MOVED_CODES = new Set<unknown>([175, 43, 26]);

/** Reads the data of views: what state it is in, its records as a set, single records of a known state. */
@Injectable()
export class DatasetReader {
  constructor(
    private readonly metadata: MetadataRepository,
    private readonly collections: CollectionsRepository,
    private readonly records: RecordsRepository,
  ) {}

  /** State of each view's data, by view id, in three questions to the database. */
  async states(views: readonly StoredView[]): Promise<Map<string, DatasetState>> {
    // Before the metadata: a publish in between shows as an old UUID with new metadata and is read again.
    const live = await this.collections.all();
    const metadata = await this.metadata.ofViews(views);
    const states = views.map(async (view): Promise<[string, DatasetState]> => {
      const known = metadata.get(view.id);
      if (!known) throw new Error(`No metadata was read for view ${view.id}.`);
      return [view.id, stateOf(view, known, await this.liveOf(view, live))];
    });
    return new Map(await Promise.all(states));
  }

  /** The records of a view's current revision, whole: read again when a publish came in between. */
  async read(view: StoredView): Promise<Dataset> {
    for (let attempt = 1; ; attempt += 1) {
      const before = await this.stateOf(view);
      try {
        const dataset = await this.build(view, before);
        const after = await this.stateOf(view);
        if (after.uuid === before.uuid && after.revision === before.revision) return dataset;
      } catch (error) {
        if (!isMoved(error) || attempt === ATTEMPTS) throw error;
      }
      if (attempt === ATTEMPTS) throw new CollectionMovedError(`The data of ${view.name} keeps changing.`);
    }
  }

  /** Stored records at positions of a dataset. @throws CollectionMovedError when the dataset is no longer the live one */
  async recordsAt(dataset: Dataset, positions: readonly number[]): Promise<Record<string, unknown>[]> {
    const { collection } = dataset.view;
    if (collection === null || positions.length === 0) return [];
    const ids = positions.map((position) => dataset.refs.at(position));
    const moved = () => new CollectionMovedError(`The data of ${dataset.view.name} moved.`);
    try {
      const found = await this.records.byIds(collection, ids);
      const isSame = (await this.collections.uuidOf(collection)) === dataset.state.uuid;
      if (!isSame || found.length < ids.length) throw moved();
      return found;
    } catch (error) {
      // More of them than one batch: a rename in between ends the cursor.
      throw isMoved(error) ? moved() : error;
    }
  }

  /**
   * Every stored record of a dataset in the order of its positions, a batch at a time: much cheaper than asking for
   * each when most are wanted.
   *
   * @throws CollectionMovedError when the collection holds other records than the dataset
   */
  async *all({ view, refs, set }: Dataset): AsyncGenerator<readonly StoredRecord[]> {
    const moved = () => new CollectionMovedError(`The data of ${view.name} moved.`);
    let position = 0;
    try {
      if (view.collection === null) return;
      for await (const batch of this.records.all(view.collection)) {
        const start = position;
        if (!batch.every(({ _id }, at) => isSameId(_id, refs.at(start + at)))) throw moved();
        position += batch.length;
        yield batch;
      }
    } catch (error) {
      throw isMoved(error) ? moved() : error;
    }
    if (position !== set.size) throw moved();
  }

  /** The stored record of a deal; null when there is none. @throws CollectionMovedError as {@link recordsAt} */
  async recordOf(dataset: Dataset, deal: string): Promise<StoredRecord | null> {
    const { collection } = dataset.view;
    if (collection === null) return null;
    const found = await this.records.byDealId(collection, deal);
    if ((await this.collections.uuidOf(collection)) !== dataset.state.uuid)
      throw new CollectionMovedError(`The data of ${dataset.view.name} moved.`);
    return found;
  }

  private async stateOf(view: StoredView): Promise<DatasetState> {
    const state = (await this.states([view])).get(view.id);
    if (!state) throw new Error(`View ${view.id} has no state.`);
    return state;
  }

  private async build(view: StoredView, state: DatasetState): Promise<Dataset> {
    const set = new RecordSetBuilder();
    const refs = new RecordRefsBuilder();
    if (view.collection !== null && state.uuid !== null) {
      for await (const batch of this.records.all(view.collection)) {
        for (const record of batch) {
          set.add(normaliseStored(record));
          refs.add(record._id);
        }
        await othersTurn();
      }
    }
    return { view, state, set: set.build(), refs: refs.build() };
  }

  private async liveOf(view: StoredView, live: ReadonlyMap<string, { uuid: string }>): Promise<Live> {
    if (view.collection === null) return null;
    const found = live.get(view.collection);
    return found ? { uuid: found.uuid, count: await this.collections.count(view.collection) } : null;
  }
}

function isMoved(error: unknown): boolean {
  return error instanceof CollectionMovedError || MOVED_CODES.has((error as { code?: unknown }).code);
}

const isSameId = (one: unknown, other: unknown): boolean =>
  typeof one === typeof other && String(one) === String(other);
