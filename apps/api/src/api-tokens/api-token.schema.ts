import { Schema } from 'mongoose';
import type { TokenRight } from '@app/contracts';
import { storedIn } from '../database/stored-schema.js';

/** A token as it is stored: without what opens. */
export interface ApiTokenDocument {
  id: string;
  name: string;
  /** SHA-256 of the token, hex. */
  token_hash: string;
  /** Ids. */
  views: string[];
  rights: TokenRight[];
  created_at: Date;
  /** Address of a super admin. */
  created_by: string;
  expires_at: Date;
  last_used_at: Date | null;
  /** Where it was last used from. */
  address: string | null;
}

export const API_TOKEN_MODEL = 'ApiToken';

export const apiTokenSchema = new Schema(
  {
    id: String,
    name: String,
    token_hash: String,
    views: [String],
    rights: [String],
    created_at: Date,
    created_by: String,
    expires_at: Date,
    last_used_at: Date,
    address: String,
  },
  storedIn('api_tokens'),
);
