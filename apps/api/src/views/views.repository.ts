import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import type { StoredView } from './stored-view.js';
import { toStoredViews } from './to-stored-view.js';
import { VIEW_MODEL, type ViewDocument } from './view.schema.js';

/** A view to be made, in the contract's fields. */
export type NewView = Omit<ViewDocument, '_id'>;

/** Views in the database. Writes name their fields: keys that we do not know stay as they are. */
@Injectable()
export class ViewsRepository {
  constructor(@InjectModel(VIEW_MODEL) private readonly views: Model<ViewDocument>) {}

  /** Oldest first. */
  async all(): Promise<StoredView[]> {
    return toStoredViews(await this.views.find().lean());
  }

  /** Makes the view unless one with its id or name exists. */
  async add(view: NewView): Promise<void> {
    await this.views.updateOne(
      { $or: [{ id: view.id }, { name: view.name }] },
      { $setOnInsert: view },
      { upsert: true },
    );
  }

  async setDedupe(id: string, dedupe: StoredView['dedupe']): Promise<void> {
    await this.views.updateMany({ id }, { $set: { dedupe } });
  }

  /** Settles the collection of a view for good, so that views made or removed later cannot move it. */
  async settleCollection(id: string, collection: string): Promise<void> {
    await this.views.updateOne({ id, collection: { $ne: collection } }, { $set: { collection } });
  }

  async setTargets(id: string, targets: Record<string, unknown>): Promise<void> {
    await this.views.updateOne({ id }, { $set: { targets } });
  }
}
