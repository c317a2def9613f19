import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection, mongo } from 'mongoose';
import { again } from '../database/again.js';
import type { StoredView } from '../views/stored-view.js';
import { driverDatabase } from '../database/driver-database.js';
import type { MetadataDocument, Publishing, ViewMetadata } from './metadata-document.js';
import { describes, metadataOf } from './view-metadata.js';
import { isDuplicateKey } from '../database/duplicate-key.js';

const TYPE = 'last_update';

/** `data_metadata`: written by us and by other software, so only named keys are ever set. */
@Injectable()
export class MetadataRepository {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** What is known of each view, by view id; masters have nothing of their own. */
  async ofViews(views: readonly StoredView[]): Promise<Map<string, ViewMetadata>> {
    const documents = await this.collection
      .find({ $or: [{ type: TYPE }, { type: { $exists: false } }] })
      .toArray();
    return new Map(views.map((view) => [view.id, metadataOf(view, documents)]));
  }

  async ofView(view: StoredView): Promise<ViewMetadata> {
    const found = (await this.ofViews([view])).get(view.id);
    if (!found) throw new Error(`No metadata was read for view ${view.id}.`);
    return found;
  }

  /**
   * Before a view gets another name or collection: other software's documents describe it by these. What they say is
   * kept under its id from now on, and the others describe nothing any more.
   */
  async settle(view: StoredView): Promise<void> {
    const documents = await this.collection
      .find({ $or: [{ type: TYPE }, { type: { $exists: false } }] })
      .toArray();
    const mine = documents.filter((document) => describes(document, view));
    const { documentId, ...known } = metadataOf(view, documents);
    const own = mine.find(({ view_id }) => view_id === view.id)?._id ?? documentId;
    if (own === null || mine.every(({ view_id }) => view_id === view.id)) return;
    await again(() => this.collection.updateOne({ _id: own }, { $set: settled(view, known, mine) }));
    for (const { _id } of mine.filter((each) => each._id !== own)) {
      const past = { view_id: `${view.id} (${String(_id)})` };
      await again(() => this.collection.updateOne({ _id }, { $set: past }));
    }
  }

  /**
   * Step one of a publish: what is about to happen, before anything happens.
   *
   * @returns false when the revision is not the one before any more, or another publish is announced
   */
  async announce(view: StoredView, publishing: Publishing): Promise<boolean> {
    const before = publishing.revision - 1;
    const idle = { $or: [{ publishing: null }, { 'publishing.run_id': publishing.run_id }] };
    const revision = before === 0 ? { $in: [0, null] } : before;
    return this.write(view, { ...idle, revision }, { publishing }, born(publishing));
  }

  /** Last step of a publish: the announced state is now the state. */
  async finish(view: StoredView, publishing: Publishing): Promise<void> {
    const { run_id, revision } = publishing;
    const update = { $set: published(publishing), $unset: { publishing: '' as const } };
    const mine = { 'publishing.run_id': run_id };
    const { matchedCount } = await again(() => this.collection.updateMany(mine, update));
    if (matchedCount > 0 || (await this.ofView(view)).revision >= revision) return;
    // Other software replaced the document in between.
    const earlier = { $or: [{ revision: null }, { revision: { $lt: revision } }] };
    await this.write(view, earlier, published(publishing), { created_at: publishing.last_update });
  }

  /** A publish that will not happen. */
  async withdraw(runId: string): Promise<void> {
    const mine = { 'publishing.run_id': runId };
    await again(() => this.collection.updateMany(mine, { $unset: { publishing: '' } }));
  }

  /** Sets fields of the document that carries the view's revision, or makes it. @returns false when it is not as asked */
  private async write(
    view: StoredView,
    condition: mongo.Filter<MetadataDocument>,
    fields: Partial<MetadataDocument>,
    born: Partial<MetadataDocument>,
  ): Promise<boolean> {
    const { documentId } = await this.ofView(view);
    const filter = documentId ? { _id: documentId } : { type: TYPE, view_id: view.id };
    try {
      const update = { $set: fields, ...(documentId ? {} : { $setOnInsert: born }) };
      const { matchedCount, upsertedCount } = await again(() =>
        this.collection.updateOne({ ...filter, ...condition }, update, { upsert: documentId === null }),
      );
      return matchedCount + upsertedCount > 0;
    } catch (error) {
      // Somebody made the document meanwhile.
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  private get collection(): mongo.Collection<MetadataDocument> {
    return driverDatabase(this.connection).collection<MetadataDocument>('data_metadata');
  }
}

/** What a document of a view that had none says until its first publish is finished. */
const born = ({ source_type, last_update }: Publishing): Partial<MetadataDocument> => ({
  source_type,
  created_at: last_update,
  revision: 0,
});

const settled = (
  view: StoredView,
  known: Omit<ViewMetadata, 'documentId' | 'publishing'>,
  documents: readonly MetadataDocument[],
): Partial<MetadataDocument> => ({
  type: TYPE,
  view_id: view.id,
  revision: known.revision,
  ...(known.runId !== null && { run_id: known.runId }),
  records_count: known.recordsCount,
  last_update: known.lastUpdate,
  source_type: known.sourceType,
  source_url: documents.find(({ source_url }) => source_url)?.source_url ?? null,
  sample: known.sample,
});

const published = (publishing: Publishing): Partial<MetadataDocument> => ({
  revision: publishing.revision,
  run_id: publishing.run_id,
  records_count: publishing.records_count,
  last_update: publishing.last_update,
  source_type: publishing.source_type,
  source_url: publishing.source_url,
  sample: publishing.sample,
});
