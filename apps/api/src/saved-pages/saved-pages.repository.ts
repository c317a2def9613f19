import { nameKey } from '@app/domain';
import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection, mongo } from 'mongoose';
import { again } from '../database/again.js';
import { driverDatabase } from '../database/driver-database.js';
import {
  type SavedPageContent,
  type SavedPageDocument,
  type StoredSavedPage,
  toSavedPage,
} from './saved-page-document.js';

/** Who writes. */
interface Writer {
  readonly id: string;
  readonly email: string;
}

interface StartPageDocument {
  user_id: string;
  saved_page_id: string;
  chosen_at: Date;
}

/** Pages that people saved, and which of them they come in at. */
@Injectable()
export class SavedPagesRepository {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** Those of some views that a person made or somebody shares. */
  async seenBy(userId: string, viewIds: readonly string[]): Promise<StoredSavedPage[]> {
    const theirs = { $or: [{ user_id: userId }, { is_shared: true }] };
    const documents = await this.pages()
      .find({ view_id: { $in: [...viewIds] }, deleted_at: null, ...theirs })
      .toArray();
    return documents.flatMap((document) => toSavedPage(document) ?? []);
  }

  /** Also one that was deleted a short while ago. */
  async byId(id: string): Promise<StoredSavedPage | null> {
    const document = await this.pages().findOne({ id });
    return document && toSavedPage(document);
  }

  /** How many a person has in a view. */
  countOf(userId: string, viewId: string): Promise<number> {
    return this.pages().countDocuments({ user_id: userId, view_id: viewId, deleted_at: null });
  }

  /** @throws MongoServerError where the person has another one of the name: see `isDuplicateKey` */
  async add(
    id: string,
    viewId: string,
    { id: userId, email }: Writer,
    content: SavedPageContent,
  ): Promise<void> {
    const now = new Date();
    const document: SavedPageDocument = {
      id,
      view_id: viewId,
      user_id: userId,
      made_by: email,
      ...written(content),
      revision: 1,
      created_at: now,
      changed_at: now,
      changed_by: email,
      deleted_at: null,
    };
    // Not an insert: when its answer is lost and it is tried again, the page is there already.
    await again(() => this.pages().updateOne({ id }, { $setOnInsert: document }, { upsert: true }));
  }

  /** Of one that was just added: as if it never was. */
  async takeBack(id: string): Promise<void> {
    await again(() => this.pages().deleteOne({ id }));
  }

  /**
   * Writes what somebody changed, deletes it (`content` null), or brings it back, unless somebody else was first.
   *
   * @returns whether it was written
   * @throws MongoServerError where the person who made it has another one of the name: see `isDuplicateKey`
   */
  async change(
    { id, revision }: StoredSavedPage,
    content: SavedPageContent | null,
    by: string,
  ): Promise<boolean> {
    const now = new Date();
    const fields = content ? { ...written(content), deleted_at: null } : { name_key: id, deleted_at: now };
    const next = { ...fields, revision: revision + 1, changed_at: now, changed_by: by };
    const { matchedCount } = await again(() => this.pages().updateOne({ id, revision }, { $set: next }));
    if (matchedCount > 0) return true;
    // The answer to a first attempt may have been lost.
    const isThere = { id, revision: next.revision, changed_at: now, changed_by: by };
    return (await this.pages().countDocuments(isThere)) > 0;
  }

  /** Id of the saved page that a person comes in at; null without one. */
  async startOf(userId: string): Promise<string | null> {
    return (await this.starts().findOne({ user_id: userId }))?.saved_page_id ?? null;
  }

  /** @param id null for none */
  async setStart(userId: string, id: string | null): Promise<void> {
    const mine = { user_id: userId };
    if (id === null) await again(() => this.starts().deleteMany(mine));
    else {
      const set = { saved_page_id: id, chosen_at: new Date() };
      await again(() => this.starts().updateOne(mine, { $set: set }, { upsert: true }));
    }
  }

  /** What only one person knows of goes with that person; what is shared stays. */
  async removeOwnOf(userId: string): Promise<void> {
    await again(() => this.pages().deleteMany({ user_id: userId, is_shared: false }));
    await this.setStart(userId, null);
  }

  private pages(): mongo.Collection<SavedPageDocument> {
    return driverDatabase(this.connection).collection<SavedPageDocument>('saved_pages');
  }

  private starts(): mongo.Collection<StartPageDocument> {
    return driverDatabase(this.connection).collection<StartPageDocument>('start_pages');
  }
}

const written = ({ name, page, parameters, isShared }: SavedPageContent) => ({
  name,
  name_key: nameKey(name),
  page,
  parameters: { ...parameters },
  is_shared: isShared,
});
