import type { WholeNumber } from '@app/domain';
import type { Instant, Page } from './shared.js';

/** Whose doing an entry of the audit log is. */
export type AuditActorKind =
  /** A user. */
  | 'person'
  /** A program with an API token. */
  | 'token'
  /** Sheets that are fetched by themselves. */
  | 'schedule'
  /** Whoever operates the product, at its command line. */
  | 'command'
  /** The product itself. */
  | 'installation'
  /** Nobody was signed in. */
  | 'nobody';

/** How it ended. */
export type AuditOutcome = 'done' | 'refused' | 'failed';

/** What kind of thing happened. */
export interface AuditActionKind {
  /** In a list of actions. */
  readonly label: string;
  /** With `{actor}`, `{subject}` and `{view}` in place of their names. */
  readonly sentence: string;
  /** Of an entry that stands for many, as its field `more` says: with `{more}` and `{actor}` in their place. */
  readonly sentenceOfMany?: string;
  /**
   * What may stand before and after it: any other field is left out of the log, so that a secret gets there neither by
   * mistake nor with a field that is added later. `*` where fields are named by what is changed.
   */
  readonly fields: readonly string[];
}

const USER = ['email', 'name', 'role', 'view_access'] as const;
const VIEW = [
  'name',
  'collection',
  'is_master',
  'is_default',
  'assigned_user',
  'aggregates_from',
  'sheet_url',
  'sheet_name',
  'dedupe',
] as const;
const TOKEN = ['name', 'views', 'rights', 'expires_at', 'last_used_at'] as const;
const SESSION = ['created_at', 'last_used_at', 'expires_at', 'device'] as const;
const ASKED = ['size', 'mode', 'dry_run'] as const;
const DATA = ['revision', 'records'] as const;
const BOARD = ['revision', 'deals', 'hidden', 'note'] as const;
const SAVED_PAGE = ['name', 'shows', 'made_by'] as const;

/** Everything that the audit log tells, by its id. A new kind of event is a line here. */
export const AUDIT_ACTIONS = {
  signed_in: { label: 'Signed in', sentence: '{actor} signed in', fields: ['way', 'expires_at'] },
  sign_in_refused: {
    label: 'Sign-in refused',
    sentence: 'A sign-in as {subject} was refused',
    sentenceOfMany: 'Further sign-ins were refused within a minute: {more}',
    fields: ['way', 'reason', 'more'],
  },
  signed_out: { label: 'Signed out', sentence: '{actor} signed out', fields: [] },
  session_ended: {
    label: 'Session ended',
    sentence: '{actor} ended a session of {subject}',
    fields: SESSION,
  },
  write_refused: {
    label: 'Change refused',
    sentence: '{actor} was refused {subject}',
    sentenceOfMany: 'Further changes by {actor} were refused within a minute: {more}',
    fields: ['reason', 'more'],
  },

  user_invited: {
    label: 'Sign-in link made',
    sentence: '{actor} made a sign-in link for {subject}',
    fields: ['expires_at'],
  },
  user_added: { label: 'User added', sentence: '{actor} added the user {subject}', fields: USER },
  user_changed: { label: 'User changed', sentence: '{actor} changed the user {subject}', fields: USER },
  user_removed: { label: 'User removed', sentence: '{actor} removed the user {subject}', fields: USER },

  token_made: { label: 'API token made', sentence: '{actor} made the API token {subject}', fields: TOKEN },
  token_revoked: {
    label: 'API token revoked',
    sentence: '{actor} revoked the API token {subject}',
    fields: TOKEN,
  },

  view_created: { label: 'View created', sentence: '{actor} created the view {view}', fields: VIEW },
  view_changed: { label: 'View changed', sentence: '{actor} changed the view {view}', fields: VIEW },
  view_deleted: { label: 'View deleted', sentence: '{actor} deleted the view {view}', fields: VIEW },
  view_restored: {
    label: 'View brought back',
    sentence: '{actor} brought the view {view} back',
    fields: VIEW,
  },
  reading_changed: {
    label: 'Reading of sheets changed',
    sentence: '{actor} changed how sheets of {view} are read',
    fields: ['encoding', 'separator', 'date_order', 'columns'],
  },

  data_uploaded: { label: 'File uploaded', sentence: '{actor} uploaded {subject} to {view}', fields: ASKED },
  data_refreshed: {
    label: 'Sheet asked for',
    sentence: '{actor} had the sheet {subject} read for {view}',
    fields: ASKED,
  },
  rollback_asked: {
    label: 'Rollback asked for',
    sentence: '{actor} asked for earlier data of {view}: {subject}',
    fields: ['to_revision', 'dry_run'],
  },
  publish_decided: {
    label: 'Publish decided',
    sentence: '{actor} decided to publish {subject} in {view}',
    fields: [],
  },
  publish_withdrawn: {
    label: 'Publish taken back',
    sentence: '{actor} took the decision to publish {subject} in {view} back',
    fields: [],
  },
  import_cancelled: {
    label: 'Import cancelled',
    sentence: '{actor} cancelled the import of {subject} into {view}',
    fields: [],
  },
  import_discarded: {
    label: 'Import discarded',
    sentence: '{actor} discarded {subject} in {view}',
    fields: [],
  },
  data_published: {
    label: 'Data published',
    sentence: '{subject} was published in {view} for {actor}',
    fields: DATA,
  },
  data_held: {
    label: 'Data held back',
    sentence: '{subject} was held back in {view} for {actor}',
    fields: ['reason'],
  },
  import_failed: {
    label: 'Import failed',
    sentence: 'The import of {subject} into {view} failed for {actor}',
    fields: ['reason'],
  },
  sample_removed: {
    label: 'Sample removed',
    sentence: '{actor} removed the sample of {view}',
    fields: ['records', 'targets'],
  },
  sample_restored: {
    label: 'Sample restored',
    sentence: '{actor} brought back the sample of {view}',
    fields: ['records', 'targets'],
  },

  targets_changed: {
    label: 'Targets changed',
    sentence: '{actor} changed targets of {view}',
    fields: ['*'],
  },
  targets_restored: {
    label: 'Targets restored',
    sentence: '{actor} brought the targets of {view} back to {subject}',
    fields: ['*'],
  },
  setting_changed: {
    label: 'Setting changed',
    sentence: '{actor} changed the setting {subject}',
    fields: ['value'],
  },
  pov_saved: { label: 'POV saved', sentence: '{actor} saved the POV of {view}', fields: BOARD },
  pov_restored: {
    label: 'POV restored',
    sentence: '{actor} brought an earlier POV of {view} back',
    fields: BOARD,
  },
  pov_reset: { label: 'POV reset', sentence: '{actor} reset the POV of {view}', fields: BOARD },

  saved_page_shared: {
    label: 'Saved page shared',
    sentence: '{actor} shared the saved page {subject} of {view}',
    fields: SAVED_PAGE,
  },
  saved_page_changed: {
    label: 'Shared page changed',
    sentence: '{actor} changed the shared page {subject} of {view}',
    fields: SAVED_PAGE,
  },
  saved_page_withdrawn: {
    label: 'Shared page withdrawn',
    sentence: '{actor} took the shared page {subject} of {view} back',
    fields: SAVED_PAGE,
  },

  entries_removed: {
    label: 'Old entries removed',
    sentence: '{actor} removed old entries of this log',
    fields: ['entries', 'older_than'],
  },
} as const satisfies Readonly<Record<string, AuditActionKind>>;

/** Id of a kind of event. */
export type AuditAction = keyof typeof AUDIT_ACTIONS;

/** Ids of all kinds of events, in the order of the table. */
export const AUDIT_ACTION_IDS = Object.keys(AUDIT_ACTIONS) as AuditAction[];

/** Names of what may stand before and after an event. */
export type AuditField<Action extends AuditAction> =
  (typeof AUDIT_ACTIONS)[Action]['fields'][number] extends infer Field extends string
    ? '*' extends Field
      ? string
      : Field
    : never;

/** Whose doing something is. */
export interface AuditActor {
  /** What kind of doer. */
  kind: AuditActorKind;
  /** Id of a user or token; null of any other. */
  id: string | null;
  /** Address of a person in lower case, name of a token; null of any other. */
  name: string | null;
}

/** What something is about, by the name that it had then. */
export interface AuditSubject {
  /** Id of a user, view, import, setting or token; path of a refused request. */
  id: string;
  /** As people call it. */
  name: string;
}

/** What an event did to one field. */
export interface AuditChange {
  /** Name of the field. */
  field: string;
  /** Value before; null where there was none. */
  before: unknown;
  /** Value after; null where there is none. */
  after: unknown;
  /** True where either was too long: it then is the beginning of its text. */
  cut: boolean;
}

/** An entry of the audit log. */
export interface AuditEntry {
  /** Id of the entry; ids sort by time. */
  id: string;
  /** When. */
  at: Instant;
  /** What happened. */
  action: AuditAction;
  /** How it ended. */
  outcome: AuditOutcome;
  /** Who did it. */
  actor: AuditActor;
  /** Address of the client; null where nobody asked for it just then. */
  address: string | null;
  /** Names the request in the log of the server; null without one. */
  request_id: string | null;
  /** What it is about; null where the action says all. */
  subject: AuditSubject | null;
  /** The view that it is about. */
  view: AuditSubject | null;
  /** What is different after it, field by field. */
  changes: AuditChange[];
  /** Further fields that changed and are not kept. */
  more_changes: WholeNumber;
}

/** Entries of the audit log, newest first. */
export type AuditEntryPage = Page<AuditEntry>;
