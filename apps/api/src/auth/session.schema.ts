import { type mongo, Schema } from 'mongoose';
import { storedIn } from '../database/stored-schema.js';

/** A session as any software may have stored it. Ours hold the SHA-256 of the token, others the token itself. */
export interface SessionDocument {
  _id: mongo.ObjectId;
  id?: string;
  user_id: string;
  session_token: string;
  expires_at: Date;
  created_at: Date;
  /** Browser and system in words. */
  device?: string | null;
  last_used_at?: Date;
  /** Where it was last used from. */
  address?: string | null;
}

export const SESSION_MODEL = 'UserSession';

export const sessionSchema = new Schema(
  {
    id: String,
    user_id: String,
    session_token: String,
    expires_at: Date,
    created_at: Date,
    device: String,
    last_used_at: Date,
    address: String,
  },
  storedIn('user_sessions'),
);
