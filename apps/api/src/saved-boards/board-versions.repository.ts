import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection, mongo } from 'mongoose';
import { again } from '../database/again.js';
import { ChangeLog } from '../database/change-log.js';
import { driverDatabase } from '../database/driver-database.js';
import type { BoardVersionDocument, BoardVersionHead } from './board-version-document.js';

/** Versions of a board that can be had. */
const KEPT = 50;
/**
 * A version below those is still the lock of its revision for somebody who was about to make the same: it stays for
 * much longer than any request takes.
 */
const LOCKED_MS = 10 * 60_000;

/** `board_versions`: every state of every board, the last ones. */
@Injectable()
export class BoardVersionsRepository extends ChangeLog<'board', BoardVersionDocument> {
  private readonly versions: () => mongo.Collection<BoardVersionDocument>;

  constructor(@InjectConnection() connection: Connection) {
    const versions = () => driverDatabase(connection).collection<BoardVersionDocument>('board_versions');
    super(versions, 'board');
    this.versions = versions;
  }

  /** Newest first, without their deals. */
  async last(board: string): Promise<BoardVersionHead[]> {
    return this.versions()
      .find({ board })
      .project<BoardVersionHead>({ preferences: 0 })
      .sort({ revision: -1 })
      .limit(KEPT)
      .toArray();
  }

  /** One of the last; null for any other. */
  async one(board: string, id: string): Promise<BoardVersionDocument | null> {
    const heads = await this.last(board);
    return heads.some((head) => head.id === id) ? this.versions().findOne({ board, id }) : null;
  }

  /** Drops what is not among the last. */
  async prune(board: string, revision: number): Promise<void> {
    const before = new Date(Date.now() - LOCKED_MS);
    await again(() =>
      this.versions().deleteMany({ board, revision: { $lte: revision - KEPT }, at: { $lt: before } }),
    );
  }

  /** Names of the boards that have versions. */
  boards(): Promise<string[]> {
    return this.versions().distinct('board');
  }
}
