import type { mongo } from 'mongoose';

/** Bytes that a namespace (database, dot, collection) may have. */
export const LONGEST_NAMESPACE = 255;

/** An index as the contract or this product wants it. */
export interface WantedIndex {
  readonly key: Readonly<Record<string, mongo.IndexDirection>>;
  readonly unique?: boolean;
  /** Makes it a TTL index: documents go this long after the date in the field. */
  readonly expireAfterSeconds?: number;
}

/** A collection with its indexes: created at boot when missing, never dropped or altered. */
export interface WantedCollection {
  readonly name: string;
  readonly indexes: readonly WantedIndex[];
}

const plain = (...fields: string[]): WantedIndex[] => fields.map((field) => ({ key: { [field]: 1 } }));
const unique = (...fields: string[]): WantedIndex => ({
  key: Object.fromEntries(fields.map((field) => [field, 1])),
  unique: true,
});

/** Indexes of every collection of sales records, a staging collection's too. */
export const SALES_RECORD_INDEXES: readonly WantedIndex[] = [
  unique('id'),
  ...plain('client', 'stage', 'discovery_date', 'owner', 'type_of_source', 'show_noshow'),
];

/** Collections of the contract, except those of sales records, which follow the views. */
const CONTRACT: readonly WantedCollection[] = [
  { name: 'users', indexes: [unique('email'), ...plain('role', 'view_access')] },
  {
    name: 'user_sessions',
    indexes: [
      unique('session_token'),
      ...plain('user_id'),
      { key: { expires_at: 1 }, expireAfterSeconds: 0 },
    ],
  },
  { name: 'views', indexes: [unique('id'), unique('name'), ...plain('is_master', 'is_default')] },
  { name: 'data_metadata', indexes: [unique('type', 'view_id'), ...plain('view_id', 'last_update')] },
  {
    name: 'user_projections_preferences',
    indexes: [unique('user_id', 'view_id'), ...plain('user_id', 'view_id')],
  },
  {
    name: 'user_pipeline_preferences',
    indexes: [unique('user_id', 'view_id'), ...plain('user_id', 'view_id')],
  },
  { name: 'asher_pov', indexes: [unique('view_id')] },
];

/** Whoever wonders why a program stopped finds its token in the list for so long. */
const EXPIRED_TOKENS_KEPT_S = 90 * 86_400;

/** A saved page that was deleted can come back for so long. */
const DELETED_PAGES_KEPT_S = 86_400;

/** Collections beyond the contract: docs/database.md describes them. */
const OWN: readonly WantedCollection[] = [
  { name: 'settings', indexes: [unique('key')] },
  {
    name: 'ingestion_runs',
    indexes: [unique('id'), { key: { view_id: 1, started_at: -1 } }, ...plain('finished_at', 'status')],
  },
  { name: 'ingestion_findings', indexes: [{ key: { run_id: 1, kind: 1, page: 1 } }] },
  { name: 'ingestion_files', indexes: [unique('run_id', 'part')] },
  {
    name: 'record_changes',
    indexes: [{ key: { view_id: 1, deal_id: 1 } }, { key: { run_id: 1, kind: 1, at: 1 } }],
  },
  { name: 'scheduled_refreshes', indexes: [unique('view_id')] },
  { name: 'leases', indexes: [unique('name')] },
  { name: 'archived_views', indexes: [unique('id')] },
  { name: 'board_versions', indexes: [unique('board', 'revision')] },
  { name: 'target_changes', indexes: [unique('view_id', 'revision')] },
  {
    name: 'invitations',
    indexes: [unique('token_hash'), ...plain('user_id'), { key: { expires_at: 1 }, expireAfterSeconds: 0 }],
  },
  {
    name: 'api_tokens',
    indexes: [
      unique('id'),
      unique('name'),
      unique('token_hash'),
      { key: { expires_at: 1 }, expireAfterSeconds: EXPIRED_TOKENS_KEPT_S },
    ],
  },
  {
    name: 'saved_pages',
    indexes: [
      unique('id'),
      unique('view_id', 'user_id', 'name_key'),
      { key: { deleted_at: 1 }, expireAfterSeconds: DELETED_PAGES_KEPT_S },
    ],
  },
  { name: 'start_pages', indexes: [unique('user_id')] },
  { name: 'rate_limits', indexes: [{ key: { expires_at: 1 }, expireAfterSeconds: 0 }] },
  { name: 'used_sign_ins', indexes: [{ key: { expires_at: 1 }, expireAfterSeconds: 0 }] },
  { name: 'setting_changes', indexes: [unique('key', 'revision')] },
  {
    name: 'audit_log',
    indexes: [
      { key: { action: 1, _id: -1 } },
      { key: { 'actor.name': 1, _id: -1 } },
      { key: { 'view.id': 1, _id: -1 } },
    ],
  },
];

export const COLLECTIONS: readonly WantedCollection[] = [...CONTRACT, ...OWN];
