import type { mongo } from 'mongoose';

/** A publish under way: stored before the rename, so that afterwards it shows at which step a crash came. */
export interface Publishing {
  revision: number;
  run_id: string;
  staging: string;
  /** UUID of the staging collection, hex: the live collection has it once the rename happened. */
  staging_uuid: string;
  records_count: number;
  last_update: Date;
  source_type: string;
  source_url: string | null;
  sample: boolean;
}

/** A document of `data_metadata`, ours or other software's: each key may be missing there. */
export interface MetadataDocument {
  _id: mongo.ObjectId;
  type?: string;
  /** The view's id, its name in lower case, or missing. */
  view_id?: string | null;
  /** Other software names the collection it describes. */
  collection?: string | null;
  source_type?: string | null;
  source_url?: string | null;
  last_update?: Date | string | null;
  records_count?: number | null;
  created_at?: Date | string | null;
  /** Ours: grows by one with each publish. */
  revision?: number | null;
  /** Ours: the run that published the revision. */
  run_id?: string;
  /** Ours: the records are the sample of a new installation. */
  sample?: boolean;
  publishing?: Publishing | null;
}

/** What is known of a view's data. */
export interface ViewMetadata {
  /** Document that carries the view's revision, else describes the view; null when none does. */
  readonly documentId: mongo.ObjectId | null;
  readonly revision: number;
  readonly runId: string | null;
  readonly recordsCount: number;
  readonly lastUpdate: Date | null;
  readonly sourceType: string | null;
  readonly sample: boolean;
  readonly publishing: Publishing | null;
}
