import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import { mongo, type Connection } from 'mongoose';
import { again } from '../database/again.js';
import { driverDatabase } from '../database/driver-database.js';
import { UsersRepository } from '../users/users.repository.js';
import { type BoardPlace, kindOf } from './board-place.js';
import type { BoardVersionDocument } from './board-version-document.js';
import {
  type BoardDocument,
  fingerprintOf,
  lastSaved,
  NOTHING,
  type StoredBoard,
  storedIn,
} from './stored-board.js';
import { isDuplicateKey } from '../database/duplicate-key.js';

/** A pipeline board as older software stored it, by address. */
interface OlderBoardDocument extends BoardDocument {
  user_email?: unknown;
}

/** The boards of `user_projections_preferences`, `user_pipeline_preferences` and `asher_pov`, as they are stored. */
@Injectable()
export class SavedBoardsRepository {
  constructor(
    @InjectConnection() private readonly connection: Connection,
    private readonly users: UsersRepository,
  ) {}

  async read(place: BoardPlace): Promise<StoredBoard> {
    const document = lastSaved(await this.boards(place).find(keyOf(place)).toArray());
    return document ? storedIn(document) : ((await this.older(place)) ?? NOTHING);
  }

  /**
   * Stores what a version holds in place of what was read.
   *
   * @param isExact whether the content that was read must still be there to the letter
   * @returns false when somebody else wrote since
   */
  async write(
    place: BoardPlace,
    { document }: StoredBoard,
    version: BoardVersionDocument,
    isExact: boolean,
  ): Promise<boolean> {
    const { preferences, at, revision } = version;
    const next = { preferences, updated_at: at, revision, ...timestampOf(place, at) };
    if (document === null) return this.insert(place, { _id: version._id, ...keyOf(place), ...next });
    const read = {
      _id: document._id,
      updated_at: equalTo(document.updated_at),
      revision: equalTo(document.revision),
      ...(isExact ? { preferences: equalTo(document.preferences) } : {}),
    };
    const { matchedCount } = await again(() =>
      this.boards(place).updateOne(read as mongo.Filter<BoardDocument>, { $set: next }),
    );
    return matchedCount > 0;
  }

  /** The version's own `_id` is the document's: of two who bring in the same one, the second finds it there. */
  private async insert(place: BoardPlace, document: BoardDocument): Promise<boolean> {
    try {
      await again(() =>
        this.boards(place).insertOne(document as mongo.OptionalUnlessRequiredId<BoardDocument>),
      );
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  /** The board of `user_preferences`, which knows people by their addresses. */
  private async older(place: BoardPlace): Promise<StoredBoard | null> {
    if (kindOf(place) !== 'pipeline' || place.userId === null) return null;
    const user = await this.users.byId(place.userId);
    if (!user) return null;
    const email = user.email.toLowerCase();
    const all = await driverDatabase(this.connection)
      .collection<OlderBoardDocument>('user_preferences')
      .find({ type: 'pipeline_board', view_id: place.viewId } as mongo.Filter<OlderBoardDocument>)
      .toArray();
    const document = lastSaved(
      all.filter(({ user_email }) => typeof user_email === 'string' && user_email.toLowerCase() === email),
    );
    if (!document) return null;
    const { _id, ...content } = document;
    return {
      ...storedIn(document),
      document: null,
      preferences: content,
      revision: 0,
      fingerprint: fingerprintOf(content, _id),
    };
  }

  private boards({ collection }: BoardPlace): mongo.Collection<BoardDocument> {
    return driverDatabase(this.connection).collection<BoardDocument>(collection);
  }
}

const keyOf = ({ viewId, userId }: BoardPlace): { view_id: string; user_id?: string } =>
  userId === null ? { view_id: viewId } : { user_id: userId, view_id: viewId };

const equalTo = (value: unknown): unknown => (value === undefined ? { $exists: false } : { $eq: value });

/** `2026-11-28 02:14:00 UTC`, which the point of view has beside its date. */
const timestampOf = ({ collection }: BoardPlace, at: Date): { timestamp?: string } =>
  collection === 'asher_pov' ? { timestamp: `${at.toISOString().slice(0, 19).replace('T', ' ')} UTC` } : {};
