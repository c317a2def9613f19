import { isDeepStrictEqual } from 'node:util';
import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { normaliseStored, RecordSetBuilder } from '@app/domain';
import { comparePlaces, placeOf, type StoredPlace } from '../database/stored-order.js';
import { Refusal } from '../refusals/refusal.js';
import type { StoredView } from '../views/stored-view.js';
import { ViewsService } from '../views/views.service.js';
import { type LiveCollection, RecordCollectionsRepository } from './record-collections.repository.js';
import type { Dataset } from './dataset.js';
import { type DatasetState, type Live, stateOf } from './dataset-state.js';
import { MetadataRepository } from './metadata.repository.js';
import { IdPacker } from './packed-ids.js';
import { recordRefs } from './record-refs.js';
import { RecordsRepository, type StoredRecord } from './records.repository.js';
import type { StagedRecords } from './staged-records.js';

/** The collection was replaced while it was being read: what was read belongs to no revision. */
export class CollectionMovedError extends Error {
  override readonly name = 'CollectionMovedError';
}

const ATTEMPTS = 5;
const BATCH = 1000;
/** Cursor killed by a rename, cursor not found, namespace gone. */
const MOVED_CODES = new Set<unknown>([175, 43, 26]);

/** Reads the data of views: what state it is in, its records as a set, single records of a known state. */
@Injectable()
export class DatasetReader {
  private readonly staged = new Map<string, StagedRecords>();

  constructor(
    private readonly metadata: MetadataRepository,
    private readonly collections: RecordCollectionsRepository,
    private readonly records: RecordsRepository,
    private readonly views: ViewsService,
  ) {}

  /**
   * Takes the records of a collection that is about to be live from whoever filled it: they are not read back. The
   * UUID says that it is this one, the number of its documents that they are all there.
   *
   * @returns forgets them
   */
  expect(uuid: string, records: StagedRecords): () => void {
    this.staged.set(uuid, records);
    return () => this.staged.delete(uuid);
  }

  /** State of each view's data, by view id, in three queries; of one that is gone there is none. */
  async states(views: readonly StoredView[]): Promise<Map<string, DatasetState>> {
    // Before the metadata: a publish in between shows as an old UUID with new metadata and is read again.
    const live = await this.collections.all();
    const metadata = await this.metadata.ofViews(views);
    const states = views.map(async (view): Promise<[string, DatasetState][]> => {
      const known = metadata.get(view.id);
      if (!known) throw new Error(`No metadata was read for view ${view.id}.`);
      const found = await this.liveOf(view, live);
      return found === GONE ? [] : [[view.id, stateOf(view, known, found)]];
    });
    return new Map((await Promise.all(states)).flat());
  }

  /** The records of a view's current revision, whole: read again when a publish came in between. */
  async read(view: StoredView): Promise<Dataset> {
    for (let attempt = 1; ; attempt += 1) {
      const before = await this.stateOf(view);
      try {
        const dataset = await this.build(view, before);
        if (isSameData(before, await this.stateOf(view))) return dataset;
      } catch (error) {
        if (!isMoved(error) || attempt === ATTEMPTS) throw error;
      }
      if (attempt === ATTEMPTS) throw new CollectionMovedError(`The data of ${view.name} keeps changing.`);
    }
  }

  /** Stored records at positions of a dataset. @throws CollectionMovedError when the dataset is no longer the live one */
  async recordsAt(dataset: Dataset, positions: readonly number[]): Promise<Record<string, unknown>[]> {
    const { collection } = dataset.state;
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
  async *all(dataset: Dataset): AsyncGenerator<readonly StoredRecord[]> {
    const { view, state, refs, set } = dataset;
    const moved = () => new CollectionMovedError(`The data of ${view.name} moved.`);
    const isAt = ({ _id }: StoredRecord, at: number) => at < set.size && isSameId(_id, refs.at(at));
    let position = 0;
    try {
      for await (const batch of this.stored(dataset)) {
        const start = position;
        // A later revision has other records under the same ids.
        const isSame = (await this.uuidOf(state)) === state.uuid;
        if (!isSame || !batch.every((record, at) => isAt(record, start + at))) throw moved();
        position += batch.length;
        yield batch;
      }
    } catch (error) {
      throw isMoved(error) ? moved() : error;
    }
    if (position !== set.size) throw moved();
  }

  /**
   * Work on the collection of a view, which may be renamed meanwhile: done again where it was.
   *
   * @returns null where the view has none
   */
  async inCollection<Result>(
    view: StoredView,
    work: (collection: string) => Promise<Result>,
  ): Promise<Result | null> {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const { collection } = await this.stateOf(view);
      if (collection === null) return null;
      const result = await work(collection);
      if ((await this.collections.uuidOf(collection)) !== null) return result;
    }
    throw new CollectionMovedError(`The data of ${view.name} keeps moving.`);
  }

  /** The stored record of a deal; null when there is none. @throws CollectionMovedError as {@link recordsAt} */
  async recordOf(dataset: Dataset, deal: string): Promise<StoredRecord | null> {
    const { collection } = dataset.state;
    if (collection === null) return null;
    const found = await this.records.byDealId(collection, deal);
    if ((await this.collections.uuidOf(collection)) !== dataset.state.uuid)
      throw new CollectionMovedError(`The data of ${dataset.view.name} moved.`);
    return found;
  }

  private async uuidOf({ collection }: DatasetState): Promise<string | null> {
    return collection === null ? null : this.collections.uuidOf(collection);
  }

  private async stateOf(view: StoredView): Promise<DatasetState> {
    const state = (await this.states([view])).get(view.id);
    if (!state) throw new Refusal('absent', `${view.name} has just been deleted.`);
    return state;
  }

  /** In one pass where the server hands the records out in their order, else by `_id`. */
  private stored({ state, set, refs, isHandedInOrder }: Dataset): AsyncIterable<readonly StoredRecord[]> {
    if (state.collection === null) return nothing();
    if (isHandedInOrder) return this.records.all(state.collection);
    return this.picked(
      state.collection,
      Array.from({ length: set.size }, (_, position) => refs.at(position)),
    );
  }

  private async *picked(
    collection: string,
    ids: readonly unknown[],
  ): AsyncGenerator<readonly StoredRecord[]> {
    for (let at = 0; at < ids.length; at += BATCH) {
      const batch = ids.slice(at, at + BATCH);
      const found = await this.records.byIds(collection, batch);
      if (found.length < batch.length) throw new CollectionMovedError(`${collection} moved.`);
      yield found;
    }
  }

  /** Most servers hand the records out as they were written: only where one does not are they asked for one by one. */
  private async build(view: StoredView, state: DatasetState): Promise<Dataset> {
    const { collection } = state;
    if (collection === null || state.uuid === null) return this.collect(view, state, nothing(), true);
    const staged = this.takeStaged(state.uuid);
    if (staged?.set.size === state.count) return datasetOf(view, state, staged, true);
    try {
      return await this.collect(view, state, inOrder(this.records.all(collection)), true);
    } catch (error) {
      if (!(error instanceof OutOfOrderError)) throw error;
      const ids = await this.records.idsInOrder(collection);
      return this.collect(view, state, this.picked(collection, ids), false);
    }
  }

  /** Once: whoever finds that the records are others has them read. */
  private takeStaged(uuid: string): StagedRecords | undefined {
    const staged = this.staged.get(uuid);
    this.staged.delete(uuid);
    return staged;
  }

  private async collect(
    view: StoredView,
    state: DatasetState,
    batches: AsyncIterable<readonly StoredRecord[]>,
    isHandedInOrder: boolean,
  ): Promise<Dataset> {
    const set = new RecordSetBuilder();
    const ids = new IdPacker();
    for await (const batch of batches) {
      for (const record of batch) {
        set.add(normaliseStored(record));
        ids.add(record._id);
      }
      await yieldToEventLoop();
    }
    return datasetOf(view, state, { set: set.build(), ids: ids.build() }, isHandedInOrder);
  }

  private async liveOf(
    view: StoredView,
    listed: ReadonlyMap<string, LiveCollection>,
  ): Promise<Live | typeof GONE> {
    const found = await this.located(view, listed);
    if (found === null || found === GONE) return found;
    return { ...found, count: await this.collections.count(found.name) };
  }

  /**
   * The collection of a view. One that is missing may have been moved since the view was read, in this process or
   * another: that there is none is only trusted when the view says the same before and after the look.
   */
  private async located(
    view: StoredView,
    listed: ReadonlyMap<string, LiveCollection>,
  ): Promise<LiveCollection | null | typeof GONE> {
    for (let [known, seen] = [view, listed]; ; seen = await this.collections.all()) {
      const found = placeIn(seen, known);
      if (found || known.collection === null) return found;
      const now = await this.views.asStored(view.id);
      // Its records are out of reach by now: nobody is to take that for a view without any.
      if (now === null) return GONE;
      if (isSamePlace(now, known)) return null;
      known = now;
    }
  }
}

/** A view that was deleted since it was read. */
const GONE = Symbol('gone');

/** Where the records of a view are among the collections there are: under a move, wherever the noted UUID is. */
function placeIn(listed: ReadonlyMap<string, LiveCollection>, view: StoredView): LiveCollection | null {
  const at = (name: string | null) => (name === null ? null : (listed.get(name) ?? null));
  if (view.moving === null) return at(view.collection);
  const { from, to, uuid } = view.moving;
  const moved = at(to);
  return moved !== null && moved.uuid === uuid ? moved : at(from);
}

const isSamePlace = (one: StoredView, other: StoredView): boolean =>
  one.collection === other.collection && isDeepStrictEqual(one.moving, other.moving);

/** Under another name as well: a collection that was renamed before it was read shows as one without records. */
const isSameData = (before: DatasetState, after: DatasetState): boolean =>
  after.uuid === before.uuid && after.collection === before.collection && after.revision === before.revision;

function datasetOf(
  view: StoredView,
  state: DatasetState,
  { set, ids }: StagedRecords,
  isHandedInOrder: boolean,
): Dataset {
  return { view, state, set, refs: recordRefs(ids), isHandedInOrder };
}

/** The server hands records out in another order than theirs. */
class OutOfOrderError extends Error {}

async function* inOrder(
  batches: AsyncIterable<readonly StoredRecord[]>,
): AsyncGenerator<readonly StoredRecord[]> {
  let before: StoredPlace | null = null;
  for await (const batch of batches) {
    for (const record of batch) {
      const place = placeOf(record);
      if (before && comparePlaces(before, place) > 0) throw new OutOfOrderError();
      before = place;
    }
    yield batch;
  }
}

async function* nothing(): AsyncGenerator<readonly StoredRecord[]> {
  // A view without a collection has no records.
}

function isMoved(error: unknown): boolean {
  return error instanceof CollectionMovedError || MOVED_CODES.has((error as { code?: unknown }).code);
}

const isSameId = (one: unknown, other: unknown): boolean =>
  typeof one === typeof other && String(one) === String(other);
