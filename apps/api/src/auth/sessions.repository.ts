import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { again } from '../database/again.js';
import { dateOf } from '../database/newest-document.js';
import type { LiveSession } from './session.js';
import { SESSION_MODEL, type SessionDocument } from './session.schema.js';

/**
 * Sessions in the database. They are looked up by the hash of a token only, so that a token which other software
 * stored in clear, and which may be guessed, opens nothing.
 */
@Injectable()
export class SessionsRepository {
  constructor(@InjectModel(SESSION_MODEL) private readonly sessions: Model<SessionDocument>) {}

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

  async add(session: LiveSession): Promise<void> {
    const document = {
      id: session.id,
      user_id: session.userId,
      session_token: session.tokenHash,
      expires_at: session.expiresAt,
      created_at: session.createdAt,
    };
    // Not an insert: when its answer is lost and it is tried again, the session is there already.
    const mine = { session_token: session.tokenHash };
    await again(() => this.sessions.updateOne(mine, { $setOnInsert: document }, { upsert: true }));
  }

  async remove(tokenHash: string): Promise<void> {
    await again(() => this.sessions.deleteMany({ session_token: tokenHash }));
  }

  async removeOfUser(userId: string): Promise<void> {
    await this.sessions.deleteMany({ user_id: userId });
  }
}

const HASH = /^[0-9a-f]{64}$/;

function toLiveSession(document: Partial<SessionDocument>, now: Date): LiveSession | null {
  const { id, _id, user_id, session_token } = document;
  const expiresAt = dateOf(document.expires_at);
  if (!expiresAt || expiresAt <= now || !session_token || !HASH.test(session_token) || !user_id) return null;
  return {
    id: id ?? String(_id),
    userId: user_id,
    tokenHash: session_token,
    createdAt: dateOf(document.created_at) ?? new Date(0),
    expiresAt,
  };
}
