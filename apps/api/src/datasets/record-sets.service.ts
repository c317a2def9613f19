import { Injectable, Logger } from '@nestjs/common';
import { loggedReason } from '../database/trouble.js';
import { Refusal } from '../refusals/refusal.js';
import type { StoredView } from '../views/stored-view.js';
import { ViewsService } from '../views/views.service.js';
import { CollectionMovedError, DatasetReader } from './dataset-reader.service.js';
import type { Dataset } from './dataset.js';
import type { DatasetState } from './dataset-state.js';
import type { StagedRecords } from './staged-records.js';

/** Work that is done on new data before readers get it. */
export type BeforeReaders = (dataset: Dataset) => Promise<void>;

/**
 * The record set of each view's current revision, in memory. Readers get the set that is there until the next one is
 * built, whole; a build under way is shared.
 */
@Injectable()
export class RecordSetsService {
  private readonly log = new Logger('RecordSets');
  private readonly held = new Map<string, Dataset>();
  private readonly builds = new Map<string, Promise<Dataset>>();
  private readonly before: BeforeReaders[] = [];
  private changes = 0;

  constructor(
    private readonly reader: DatasetReader,
    private readonly views: ViewsService,
  ) {}

  /** Readers keep the old data until this is done, and get the new data also when it fails. */
  beforeReaders(work: BeforeReaders): void {
    this.before.push(work);
  }

  /** See {@link DatasetReader.expect}. */
  expect(uuid: string, records: StagedRecords): () => void {
    return this.reader.expect(uuid, records);
  }

  /** Another number whenever readers got other data of any view. */
  get version(): number {
    return this.changes;
  }

  /** What is held of a view, without building. */
  peek(viewId: string): Dataset | null {
    return this.held.get(viewId) ?? null;
  }

  /** The data a view shows: its own, or that of the views a master adds up. */
  async behind(view: StoredView): Promise<Dataset[]> {
    const sources = (await this.views.sourcesOf(view)).map((source) => this.of(source));
    return view.isMaster ? withoutGone(sources) : Promise.all(sources);
  }

  /** The data of one view that has data of its own. */
  async of(view: StoredView): Promise<Dataset> {
    const held = this.held.get(view.id);
    if (!held) return this.rebuild(view);
    // Its collection is another one, or has another name.
    if (held.view.collection !== view.collection) return { ...(await this.refresh(view)), view };
    // The set is the same whatever the view is called now.
    return held.view === view ? held : { ...held, view };
  }

  /** Builds the current revision unless it is held; resolves when readers get it. */
  async refresh(view: StoredView): Promise<Dataset> {
    // A build under way may have begun before the publish that the caller knows of.
    await this.builds.get(view.id)?.catch(() => undefined);
    const states = await this.reader.states([view]);
    return this.heldIn(view, states.get(view.id)) ?? this.rebuild(view);
  }

  /** Resolves when readers get a revision that was published, or a later one. */
  async serve(view: StoredView, revision: number): Promise<void> {
    const { state } = await this.refresh(view);
    if (state.revision < revision) {
      throw new Error(`Revision ${revision} of ${view.name} is published, and ${state.revision} was found.`);
    }
  }

  /** Builds anew what a view shows, whatever is held: its records turned out not to be the live ones. */
  async reload(view: StoredView): Promise<void> {
    for (const source of await this.views.sourcesOf(view)) {
      const done = (await this.hasMoved(source)) ? [] : [this.rebuild(source)];
      await (view.isMaster ? withoutGone(done) : Promise.all(done));
    }
  }

  /** Looks at every view once and builds what changed. */
  async refreshAll(): Promise<void> {
    const views = (await this.views.all()).filter((view) => !view.isMaster);
    const states = await this.reader.states(views);
    this.forget(views);
    // One after the other: each takes its share of the event loop.
    for (const view of views) {
      const state = states.get(view.id);
      if (state && !this.heldIn(view, state)) await this.rebuild(view);
    }
  }

  /** What is held, where it is the data of a state; under whatever name its collection has by now. */
  private heldIn(view: StoredView, state: DatasetState | undefined): Dataset | null {
    const held = this.held.get(view.id);
    if (!held || held.state.fingerprint !== state?.fingerprint) return null;
    if (held.state.collection === state.collection && held.view.collection === view.collection) return held;
    const there = { ...held, view, state };
    this.held.set(view.id, there);
    return there;
  }

  /** The same collection, under another name. */
  private async hasMoved(view: StoredView): Promise<boolean> {
    const before = this.held.get(view.id)?.state;
    const state = (await this.reader.states([view])).get(view.id);
    const isMoved = before?.uuid === state?.uuid && before?.collection !== state?.collection;
    return isMoved && this.heldIn(view, state) !== null;
  }

  private rebuild(view: StoredView): Promise<Dataset> {
    const underWay = this.builds.get(view.id);
    if (underWay) return underWay;
    const build = this.build(view).finally(() => this.builds.delete(view.id));
    this.builds.set(view.id, build);
    return build;
  }

  private async build(view: StoredView): Promise<Dataset> {
    const started = performance.now();
    const dataset = await this.reader.read(view);
    await this.prepare(dataset);
    this.held.set(view.id, dataset);
    this.changes += 1;
    const took = Math.round(performance.now() - started);
    this.log.log(`${view.name}: revision ${dataset.state.revision}, ${dataset.set.size} records, ${took} ms`);
    return dataset;
  }

  private async prepare(dataset: Dataset): Promise<void> {
    for (const work of this.before) {
      try {
        await work(dataset);
      } catch (error) {
        const line = `${dataset.view.name} is shown without preparation: ${loggedReason(error)}`;
        // Somebody publishes meanwhile: what is there by then is prepared next.
        if (error instanceof CollectionMovedError) this.log.log(line);
        else this.log.error(line);
      }
    }
  }

  private forget(views: readonly StoredView[]): void {
    const known = new Set(views.map(({ id }) => id));
    for (const id of this.held.keys()) if (!known.has(id)) this.held.delete(id);
  }
}

/** What is left of a master's views when one of them is deleted at this moment. */
async function withoutGone(sources: readonly Promise<Dataset>[]): Promise<Dataset[]> {
  const found = await Promise.allSettled(sources);
  return found.flatMap((each) => {
    if (each.status === 'fulfilled') return [each.value];
    if (each.reason instanceof Refusal && each.reason.reason === 'absent') return [];
    throw each.reason;
  });
}
