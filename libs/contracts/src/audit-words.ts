import {
  AUDIT_ACTIONS,
  type AuditActionKind,
  type AuditActor,
  type AuditActorKind,
  type AuditChange,
  type AuditEntry,
} from './audit.js';

const DOERS: Readonly<Record<AuditActorKind, string>> = {
  person: 'Somebody',
  token: 'A token',
  schedule: 'The schedule',
  command: 'The command line',
  installation: 'The product',
  nobody: 'Somebody who is not signed in',
};

const FIELDS: Readonly<Record<string, string>> = {
  aggregates_from: 'Adds up',
  assigned_user: 'Assigned to',
  columns: 'Columns',
  created_at: 'Began',
  date_order: 'Date order',
  dedupe: 'Rule for doubles',
  device: 'Device',
  dry_run: 'Preview',
  email: 'E-mail',
  entries: 'Entries',
  expires_at: 'Good until',
  is_default: 'Default view',
  is_master: 'Adds up others',
  last_used_at: 'Last used',
  older_than: 'Older than',
  rights: 'May',
  sheet_name: 'Tab',
  sheet_url: 'Sheet',
  size: 'Bytes',
  to_revision: 'Back to revision',
  view_access: 'Views',
  way: 'By',
};

/** Whose doing something is, in words. A token may be called like a person: it is told as what it is. */
export function auditDoer({ kind, name }: AuditActor): string {
  if (name === null) return DOERS[kind];
  return kind === 'token' ? `API token ${name}` : name;
}

/** A field of an entry, in words; a key of targets as it is. */
export const auditFieldLabel = (field: string): string =>
  FIELDS[field] ?? (field.includes('.') ? field : capitalised(field.replaceAll('_', ' ')));

/** A part of a sentence, and what it stands for where it is a name. */
export interface AuditPart {
  /** The words. */
  readonly text: string;
  /** Which name it is; null for the words in between. */
  readonly name: 'actor' | 'subject' | 'view' | null;
}

/** An entry as a sentence, in parts: who did what to what. */
export function auditSentence({ action, actor, subject, view, changes }: AuditEntry): AuditPart[] {
  const names = { actor: auditDoer(actor), subject: subject?.name, view: view?.name };
  const { sentence, sentenceOfMany }: AuditActionKind = AUDIT_ACTIONS[action];
  const more = changes.find(isCount);
  const template = (more && sentenceOfMany) ?? sentence;
  const parts = template.split(/\{(\w+)\}/).map((text, at): AuditPart => {
    if (at % 2 === 0) return { text, name: null };
    if (text === 'more') return { text: auditValue(more?.after), name: null };
    const name = text as keyof typeof names;
    return { text: names[name] ?? UNKNOWN[name], name };
  });
  // "for The schedule": only at the beginning it is written so.
  const at = parts.findIndex(({ name }) => name === 'actor');
  const isLater = actor.name === null && parts.slice(0, Math.max(at, 0)).some(hasText);
  if (isLater) return parts.map((part) => (part.name === 'actor' ? lowered(part) : part)).filter(hasText);
  return parts.filter(hasText);
}

/** What an entry changed beside what its sentence tells. */
export const auditUntold = ({ changes }: AuditEntry): AuditChange[] =>
  changes.filter((change) => !isCount(change));

/** How many events an entry stands for. */
const isCount = ({ field }: AuditChange): boolean => field === 'more';

const UNKNOWN = { actor: 'somebody', subject: 'somebody unknown', view: 'a view' } as const;

const hasText = ({ text }: AuditPart): boolean => text !== '';
const lowered = ({ text, name }: AuditPart): AuditPart => ({
  text: text.charAt(0).toLowerCase() + text.slice(1),
  name,
});

/** A value before or after, in words. */
export function auditValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return value;
  if (Array.isArray(value) && value.every((each) => typeof each === 'string'))
    return value.length === 0 ? 'none' : value.join(', ');
  if (typeof value !== 'object') return JSON.stringify(value);
  const parts = Object.entries(value);
  const isFlat =
    !Array.isArray(value) && parts.every(([, part]) => typeof part !== 'object' || part === null);
  if (!isFlat) return JSON.stringify(value);
  return parts.length === 0 ? 'none' : parts.map(([name, part]) => `${name}: ${auditValue(part)}`).join(', ');
}

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
