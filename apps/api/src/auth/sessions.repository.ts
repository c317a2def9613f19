import { Injectable } from '@nestjs/common';
import { InjectConnection, InjectModel } from '@nestjs/mongoose';
import type { Connection, Model } from 'mongoose';
import { again } from '../database/again.js';
import { driverDatabase } from '../database/driver-database.js';
import type { Use } from '../database/last-uses.js';
import { dateOf } from '../database/newest-document.js';
import type { LiveSession } from './session.js';
import { SESSION_MODEL, type SessionDocument } from './session.schema.js';

/**
 * Sessions in the database. They are looked up by the hash of a token only, so that a token which other software
 * stored in clear, and which may be guessed, opens nothing.
 */
@Injectable()
export class SessionsRepository {
  constructor(
    @InjectModel(SESSION_MODEL) private readonly sessions: Model<SessionDocument>,
    @InjectConnection() private readonly connection: Connection,
  ) {}

  /** The session of a token's hash, null when there is none or it has expired. */
  async byTokenHash(tokenHash: string, now: Date): Promise<LiveSession | null> {
    const document = await this.sessions.findOne({ session_token: tokenHash }).lean();
    return document ? toLiveSession(document, now) : null;
  }

  /** Newest first. */
  async ofUser(userId: string, now: Date): Promise<LiveSession[]> {
    const documents = await this.sessions.find({ user_id: userId }).sort({ created_at: -1 }).lean();
    return documents.flatMap((document) => toLiveSession(document, now) ?? []);
  }

  /** How many each person has, by their ids; people without any are left out. */
  async counts(now: Date): Promise<Map<string, number>> {
    const documents = await this.sessions.find().lean();
    const counts = new Map<string, number>();
    for (const { userId } of documents.flatMap((document) => toLiveSession(document, now) ?? []))
      counts.set(userId, (counts.get(userId) ?? 0) + 1);
    return counts;
  }

  async add(session: LiveSession): Promise<void> {
    const document = {
      id: session.id,
      user_id: session.userId,
      session_token: session.tokenHash,
      expires_at: session.expiresAt,
      created_at: session.createdAt,
      device: session.device,
      last_used_at: session.lastUsedAt,
      address: session.address,
    };
    // Not an insert: when its answer is lost and it is tried again, the session is there already.
    const mine = { session_token: session.tokenHash };
    await again(() => this.sessions.updateOne(mine, { $setOnInsert: document }, { upsert: true }));
  }

  async remove(tokenHash: string): Promise<void> {
    await again(() => this.sessions.deleteMany({ session_token: tokenHash }));
  }

  /** @param except hash of the token of one that stays */
  async removeOfUser(userId: string, except: string | null = null): Promise<void> {
    const others = except === null ? {} : { session_token: { $ne: except } };
    await again(() => this.sessions.deleteMany({ user_id: userId, ...others }));
  }

  /**
   * Notes a use, unless another process has noted one since. It goes past mongoose: nothing that a guard remembers of a
   * session becomes wrong by it.
   */
  async used(tokenHash: string, { at, address }: Use, since: Date): Promise<void> {
    await driverDatabase(this.connection)
      .collection<SessionDocument>('user_sessions')
      .updateOne(
        { session_token: tokenHash, last_used_at: { $not: { $gte: since } } },
        { $set: { last_used_at: at, address } },
      );
  }
}

const HASH = /^[0-9a-f]{64}$/;

function toLiveSession(document: Partial<SessionDocument>, now: Date): LiveSession | null {
  const { id, _id, user_id, session_token } = document;
  const expiresAt = dateOf(document.expires_at);
  if (!expiresAt || expiresAt <= now || !session_token || !HASH.test(session_token) || !user_id) return null;
  const createdAt = dateOf(document.created_at) ?? new Date(0);
  return {
    id: id ?? String(_id),
    userId: user_id,
    tokenHash: session_token,
    createdAt,
    expiresAt,
    device: textOf(document.device),
    lastUsedAt: dateOf(document.last_used_at) ?? createdAt,
    address: textOf(document.address),
  };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
