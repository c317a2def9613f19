import { type mongo, Schema } from 'mongoose';
import { storedIn } from '../database/stored-schema.js';

/** A user as any software may have stored it. */
export interface UserDocument {
  _id: mongo.ObjectId;
  id: string;
  email: string;
  name?: string;
  picture?: string | null;
  role?: string;
  view_access?: string[];
  created_at?: Date;
  last_login?: Date | null;
}

export const USER_MODEL = 'User';

export const userSchema = new Schema(
  {
    id: String,
    email: String,
    name: String,
    picture: String,
    role: String,
    view_access: { type: [String], default: undefined },
    created_at: Date,
    last_login: Date,
  },
  storedIn('users'),
);
