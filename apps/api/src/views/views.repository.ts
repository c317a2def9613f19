import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { SampleTarget, TargetWrite } from '@app/domain';
import type { Model } from 'mongoose';
import { again } from '../database/again.js';
import { newestFirst } from '../database/newest-document.js';
import type { StoredView } from './stored-view.js';
import { revisionOf, sampleTargetsOf, toStoredViews } from './to-stored-view.js';
import { fromReading, type StoredReading } from './view-reading.js';
import { VIEW_MODEL, type ViewDocument } from './view.schema.js';

/** A view to be made, in the contract's fields. */
export type NewView = Omit<ViewDocument, '_id'>;

/** What of a view can be changed, in the contract's fields. */
export type ChangedView = Partial<
  Pick<ViewDocument, 'sheet_url' | 'sheet_name' | 'dedupe' | 'assigned_user' | 'aggregates_from'>
>;

/** Targets as a view's document holds them. */
export interface StoredTargets {
  readonly document: ViewDocument['_id'];
  /** In any shape; undefined when absent. */
  readonly targets: unknown;
  /** Revision as stored, whatever it is: a writer recognises the document by it. */
  readonly tag: unknown;
  readonly revision: number;
  /** Marks of sample targets; null where there never were any. */
  readonly sample: readonly SampleTarget[] | null;
}

const PATH_NOT_VIABLE = 28;

/** Views in the database. Writes name their fields: keys that we do not know stay as they are. */
@Injectable()
export class ViewsRepository {
  constructor(@InjectModel(VIEW_MODEL) private readonly views: Model<ViewDocument>) {}

  /** Oldest first. */
  async all(): Promise<StoredView[]> {
    return toStoredViews(await this.views.find().lean(), this.views.db.name);
  }

  /** Makes the view unless one with its id or name exists. */
  async add(view: NewView): Promise<void> {
    const same = { $or: [{ id: view.id }, { name: view.name }] };
    await again(() => this.views.updateOne(same, { $setOnInsert: view }, { upsert: true }));
  }

  /** Writes the named fields of a view, and nothing else. */
  async change(id: string, fields: ChangedView): Promise<void> {
    await again(() => this.views.updateMany({ id }, { $set: fields }, { strict: false }));
  }

  /** Makes a view the only one that is flagged as default: at no moment there is none. */
  async makeDefault(id: string): Promise<void> {
    await again(() => this.views.updateMany({ id }, { $set: { is_default: true } }));
    const others = { id: { $ne: id }, is_default: true };
    await again(() => this.views.updateMany(others, { $set: { is_default: false } }));
  }

  /** Writes how the sheets of a view are read. Keys that other software put beside ours stay. */
  async setReading(id: string, reading: StoredReading): Promise<void> {
    const fields = Object.entries<unknown>(fromReading(reading)).map(
      ([key, value]) => [`reading.${key}`, value] as const,
    );
    const set: Record<string, unknown> = { column_mapping: reading.columns, ...Object.fromEntries(fields) };
    // Where something else than an object stands, there is nothing to keep.
    await again(() =>
      this.views.updateMany(
        { id, reading: { $exists: true, $not: { $type: 'object' } } },
        { $unset: { reading: '' } },
      ),
    );
    await again(() => this.views.updateMany({ id }, { $set: set }));
  }

  /** Settles the collection of a view for good, so that views made or removed later cannot move it. */
  async settleCollection(id: string, collection: string): Promise<void> {
    await again(() =>
      this.views.updateOne({ id, collection: { $ne: collection } }, { $set: { collection } }),
    );
  }

  /** The stored targets of a view; of several documents with its id the newest counts, as on every read. */
  async targetsOf(id: string): Promise<StoredTargets | null> {
    const [document] = newestFirst(await this.views.find({ id }).lean());
    if (!document) return null;
    const { _id, targets, targets_revision: revision } = document;
    const sample = sampleTargetsOf(document);
    return { document: _id, targets, tag: revision, revision: revisionOf(document), sample };
  }

  /**
   * Writes some paths of the targets and the revision they make, at once; everything else of the document stays. What
   * somebody wrote is no sample target any more.
   *
   * @param sample the marks that are left; null where there never were any
   * @returns false when the document has moved on since it was read
   */
  async writeTargets(
    { document, tag }: StoredTargets,
    writes: readonly TargetWrite[],
    revision: number,
    sample: readonly SampleTarget[] | null,
  ): Promise<boolean> {
    const set: Record<string, unknown> = { targets_revision: revision };
    if (sample) set.sample_targets = sample;
    const unset: Record<string, true> = {};
    for (const { path, value } of writes) {
      const field = path === '' ? 'targets' : `targets.${path}`;
      if (value === undefined) unset[field] = true;
      else set[field] = value;
    }
    const update = { $set: set, ...(Object.keys(unset).length > 0 ? { $unset: unset } : {}) };
    try {
      // The driver's own: an `_id` of other software may be anything.
      const read = { _id: document, targets_revision: tag ?? null };
      const { matchedCount } = await again(() => this.views.collection.updateOne(read, update));
      return matchedCount > 0;
    } catch (error) {
      // Somebody put something else in place of a group since.
      if ((error as { code?: unknown }).code === PATH_NOT_VIABLE) return false;
      throw error;
    }
  }

  /** The targets of a new installation's sample, marked as such. */
  async setSampleTargets(
    id: string,
    targets: Record<string, unknown>,
    sample: readonly SampleTarget[],
  ): Promise<void> {
    const set = { targets, sample_targets: sample };
    await again(() => this.views.collection.updateOne({ id }, { $set: set }));
  }

  /** Marks stored targets as the sample's, where nothing ever was marked. */
  async markSampleTargets(id: string, sample: readonly SampleTarget[]): Promise<void> {
    const unmarked = { id, sample_targets: { $exists: false } };
    await again(() => this.views.collection.updateOne(unmarked, { $set: { sample_targets: sample } }));
  }
}
