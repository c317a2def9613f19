import { applyKeys, resolveTargets, targetValue } from '@app/domain/targets';
import { entered } from './entered';
import { type Field, fieldOf, fieldsOfYear, yearOf } from './fields';
import { type Stored, type StoredKey, keyAt, keysOf, placeOf } from './stored';

/** An unsaved edit of a target. */
export interface Edit {
  /** As typed; empty means "no target of one's own". */
  text: string;
  /** Key and value when the edit began. */
  base: StoredKey;
}

/** Edits by the id of their field. */
export type Edits = Readonly<Record<string, Edit>>;

/** The change that saving makes to a stored key. */
export interface KeyChange {
  field: string;
  path: string;
  before: unknown;
  /** Null removes the key. */
  after: number | null;
}

/** The edits with one more, or without it when it equals the stored value. */
export function withEdit(edits: Edits, stored: Stored, id: string, text: string): Edits {
  const field = fieldOf(id);
  if (!field) return edits;
  const base = edits[id]?.base ?? placeOf(stored, field);
  return isAsStored(stored, field, text) ? withoutEdit(edits, id) : { ...edits, [id]: { text, base } };
}

export function withoutEdit(edits: Edits, id: string): Edits {
  return Object.fromEntries(Object.entries(edits).filter(([each]) => each !== id));
}

/**
 * The edits without what was filled in at once.
 *
 * @param before the edits from before
 * @param after the edits with what was filled in: a field that was typed into since keeps what it has
 */
export function withoutFilled(edits: Edits, before: Edits, after: Edits, ids: readonly string[]): Edits {
  const asFilled = ids.filter((id) => edits[id]?.text === after[id]?.text);
  const others = Object.entries(edits).filter(([id]) => !asFilled.includes(id));
  const then = Object.entries(before).filter(([id]) => asFilled.includes(id));
  return Object.fromEntries([...others, ...then]);
}

/** Whether two sets of edits hold the same texts. */
export function sameEdits(one: Edits, other: Edits): boolean {
  const ids = Object.keys(one);
  return ids.length === Object.keys(other).length && ids.every((id) => one[id]?.text === other[id]?.text);
}

/** Edits made while saving are kept, on top of what is stored now. */
export function stillTyped(edits: Edits, sent: Edits, stored: Stored): Edits {
  const left = Object.entries(edits).filter(([id, { text }]) => sent[id]?.text !== text);
  return Object.fromEntries(
    left.map(([id, edit]) => {
      const field = fieldOf(id);
      return [id, field && sent[id] ? { ...edit, base: placeOf(stored, field) } : edit];
    }),
  );
}

/** Ids of invalid edits. */
export function faultyEdits(edits: Edits): string[] {
  return Object.keys(edits).filter((id) => entered(edits[id]?.text ?? '').fault !== null);
}

/** The changes that saving would make, key by key; invalid edits are ignored. */
export function changesOf(edits: Edits, stored: Stored): KeyChange[] {
  const own = Object.entries(edits).flatMap(([id, { text }]) => {
    const field = fieldOf(id);
    return field ? changesOfField(field, text, stored) : [];
  });
  const taken = new Set(own.map(({ path }) => path));
  return [...own, ...monthsTakenOver(own, stored).filter(({ path }) => !taken.has(path))];
}

/** Changes as a request body: groups of keys, null removes a key. */
export function asBody(changes: readonly KeyChange[]): Record<string, Record<string, number | null>> {
  const body: Record<string, Record<string, number | null>> = {};
  for (const { path, after } of changes) {
    const [group = '', key = ''] = path.split('.');
    body[group] = { ...body[group], [key]: after };
  }
  return body;
}

/** The targets as they would be stored. */
export function withChanges(stored: Stored, changes: readonly KeyChange[]): Stored {
  return applyKeys(
    stored,
    changes.map(({ path, before, after }) => ({ key: path, before, after: after ?? undefined })),
  );
}

function changesOfField(field: Field, text: string, stored: Stored): KeyChange[] {
  const { value, fault } = entered(text);
  if (fault !== null) return [];
  const change = ({ path, value: before }: StoredKey): KeyChange => ({
    field: field.id,
    path,
    before,
    after: value,
  });
  // Clearing a field means "no target": a hidden key must not take effect instead.
  return value === null ? keysOf(stored, field).map(change) : [change(placeOf(stored, field))];
}

/**
 * A half-year figure of the old format counts only while no month of its year is stored: when the first month is
 * written, the others are written, too, so that none of them is lost.
 */
function monthsTakenOver(changes: readonly KeyChange[], stored: Stored): KeyChange[] {
  const years = new Set(changes.filter(({ after }) => after !== null).map(({ field }) => yearOf(field)));
  return [...years].flatMap((year) => {
    const months = year === null ? [] : (resolveTargets(stored).revenue[year] ?? []);
    const fields = year === null ? [] : fieldsOfYear(year);
    return months.flatMap(({ value, origin }, at) => {
      const path = fields[at]?.home;
      const isLegacy = path !== undefined && origin !== null && origin !== path;
      return isLegacy ? [{ field: path, path, before: keyAt(stored, path).value, after: value }] : [];
    });
  });
}

function isAsStored(stored: Stored, field: Field, text: string): boolean {
  const { value, fault } = entered(text);
  if (fault !== null) return false;
  return value === null
    ? keysOf(stored, field).length === 0
    : value === targetValue(placeOf(stored, field).value);
}
