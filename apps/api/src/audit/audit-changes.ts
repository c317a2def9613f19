import { isDeepStrictEqual } from 'node:util';
import { AUDIT_ACTIONS, type AuditAction } from '@app/contracts';

/** What an event did to one field. */
export interface AuditChange {
  field: string;
  /** Null where there was nothing. */
  before: unknown;
  after: unknown;
  /** Only where either was too long to be kept whole. */
  cut?: true;
}

/** Fields by name, as somebody who records an event gives them. */
export type AuditValues = Readonly<Record<string, unknown>>;

const MAX_CHANGES = 300;
const MAX_TEXT = 500;
/** Of a value that is a list or has fields of its own, as JSON. */
const MAX_VALUE = 8_000;

/**
 * The difference between before and after, in the fields that the action may tell of.
 *
 * @returns the first of them, and how many more there are
 */
export function auditChanges(
  action: AuditAction,
  before: AuditValues,
  after: AuditValues,
): { changes: AuditChange[]; more: number } {
  const differing = fieldsOf(action, before, after).flatMap((field) => {
    const [old, now] = [plain(before[field]), plain(after[field])];
    return isDeepStrictEqual(old, now) ? [] : [changeOf(field, old, now)];
  });
  return {
    changes: differing.slice(0, MAX_CHANGES),
    more: Math.max(0, differing.length - MAX_CHANGES),
  };
}

function fieldsOf(action: AuditAction, before: AuditValues, after: AuditValues): readonly string[] {
  const { fields }: { readonly fields: readonly string[] } = AUDIT_ACTIONS[action];
  if (!fields.includes('*')) return fields;
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
}

function changeOf(field: string, old: unknown, now: unknown): AuditChange {
  const [before, after] = [shortened(old), shortened(now)];
  const isCut = before !== old || after !== now;
  return { field, before, after, ...(isCut && { cut: true }) };
}

/** As JSON has it. */
const plain = (value: unknown): unknown =>
  value === undefined || value === null ? null : (JSON.parse(JSON.stringify(value)) as unknown);

/** The value itself where it is short enough, else the beginning of its text. */
function shortened(value: unknown): unknown {
  if (typeof value === 'string') return value.length > MAX_TEXT ? beginningOf(value) : value;
  if (typeof value !== 'object' || value === null) return value;
  const json = JSON.stringify(value);
  return json.length > MAX_VALUE ? beginningOf(json) : value;
}

/** Half of a pair of surrogates would be no text. */
const beginningOf = (text: string): string => `${text.slice(0, MAX_TEXT).toWellFormed()}…`;
