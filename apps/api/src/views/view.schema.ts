import { type mongo, Schema } from 'mongoose';
import { storedIn } from '../database/stored-schema.js';

/** A view as any software may have stored it. */
export interface ViewDocument {
  _id: mongo.ObjectId;
  id: string;
  name: string;
  sheet_url?: string | null;
  sheet_name?: string | null;
  is_master?: boolean | null;
  is_default?: boolean;
  assigned_user?: string | null;
  aggregates_from?: string[];
  targets?: Record<string, unknown>;
  targets_revision?: number;
  sample_targets?: unknown;
  dedupe?: string;
  reading?: unknown;
  column_mapping?: unknown;
  collection?: string;
  move?: unknown;
  created_at?: Date;
  created_by?: string | null;
}

export const VIEW_MODEL = 'View';

export const viewSchema = new Schema(
  {
    id: String,
    name: String,
    is_master: Boolean,
    is_default: Boolean,
    aggregates_from: { type: [String], default: undefined },
    targets: Schema.Types.Mixed,
    created_at: Date,
  },
  storedIn('views'),
);
