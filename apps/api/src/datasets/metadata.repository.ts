import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection, mongo } from 'mongoose';
import type { StoredView } from '../views/stored-view.js';
import { driverDatabase } from './driver-database.js';
import type { MetadataDocument, Publishing, ViewMetadata } from './metadata-document.js';
import { metadataOf } from './view-metadata.js';

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

  /** Step one of a publish: what is about to happen, before anything happens. */
  async announce(view: StoredView, publishing: Publishing): Promise<void> {
    const { documentId } = await this.ofView(view);
    const filter = documentId ? { _id: documentId } : { type: TYPE, view_id: view.id };
    const born = { source_type: publishing.source_type, created_at: publishing.last_update, revision: 0 };
    await this.collection.updateOne(
      filter,
      { $set: { publishing }, ...(documentId ? {} : { $setOnInsert: born }) },
      { upsert: documentId === null },
    );
  }

  /** Last step of a publish: the announced state is now the state. */
  async finish(publishing: Publishing): Promise<void> {
    await this.collection.updateMany(
      { 'publishing.run_id': publishing.run_id },
      {
        $set: {
          revision: publishing.revision,
          run_id: publishing.run_id,
          records_count: publishing.records_count,
          last_update: publishing.last_update,
          source_type: publishing.source_type,
          source_url: publishing.source_url,
          sample: publishing.sample,
        },
        $unset: { publishing: '' },
      },
    );
  }

  /** A publish that will not happen. */
  async withdraw(runId: string): Promise<void> {
    await this.collection.updateMany({ 'publishing.run_id': runId }, { $unset: { publishing: '' } });
  }

  private get collection(): mongo.Collection<MetadataDocument> {
    return driverDatabase(this.connection).collection<MetadataDocument>('data_metadata');
  }
}
