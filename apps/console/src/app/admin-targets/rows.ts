import {
  MONTH_KEYS,
  NO_TARGET,
  type ResolvedTarget,
  TARGET_KEYS,
  type TargetSet,
  aboveViews,
  resolveMasterTargets,
  resolveTargets,
  revenueTargetOver,
  targetOver,
  targetValue,
} from '@app/domain/targets';
import { type Period, dayOf, lastOfMonth } from '@app/domain/period';
import type { Edits } from './edits';
import { entered } from './entered';
import { type Field, type Per, fieldOfKey, fieldsOfYear, perOf, yearOf } from './fields';
import type { Conflict } from './merge';
import { type Stored, type StoredKey, keysOf, placeOf } from './stored';

/** The input of the form's rows. */
export interface FormState {
  /** As stored. */
  stored: Stored;
  /** With unsaved edits. */
  draft: Stored;
  /** What the views of a master add up to, by key; null where the view is no master. */
  viewsSum: Readonly<Record<string, number | null>> | null;
  /** Ids of sample targets that nobody has set since. */
  sample: ReadonlySet<string>;
  edits: Edits;
  conflicts: readonly Conflict[];
  /** The server's message for a field. */
  refused: Readonly<Record<string, string>>;
}

/** A target with everything shown beside it. */
export interface TargetRow {
  field: Field;
  per: Per;
  /** The text in its input. */
  text: string;
  isChanged: boolean;
  /** True while the stored value came with the sample. */
  isSample: boolean;
  /** The stored value; null without one. */
  before: unknown;
  fault: string | null;
  conflict: Conflict | null;
  /** The value in force: its own, a sum, or one of another key. */
  effective: ResolvedTarget;
  /** True while a key of its own is set. */
  isOwn: boolean;
  /** Over the chosen period. */
  over: number | null;
  /** Stored keys that the effective one hides. */
  shadowed: StoredKey[];
  /** On a master: the sum of its views, and the difference to its own value. */
  views: number | null;
  difference: number | null;
}

/** The targets that would hold with the edits saved. */
export function draftTargets({ draft, viewsSum }: Pick<FormState, 'draft' | 'viewsSum'>): TargetSet {
  return viewsSum === null ? resolveTargets(draft) : resolveMasterTargets(draft, [sumAsSet(viewsSum)]);
}

/** The row of a target that is not by month. */
export function rowOfKey(
  key: (typeof TARGET_KEYS)[number],
  state: FormState,
  targets: TargetSet,
  period: Period,
): TargetRow {
  return rowOf(fieldOfKey(key), state, targets.keys[key], targetOver(targets, key, period));
}

/** The rows of a revenue year, January first. */
export function rowsOfYear(year: string, state: FormState, targets: TargetSet, period: Period): TargetRow[] {
  return fieldsOfYear(year).map((field, at) => {
    const inside = insideMonth(year, at + 1, period);
    return rowOf(
      field,
      state,
      targets.revenue[year]?.[at] ?? NO_TARGET,
      inside && revenueTargetOver(targets, inside),
    );
  });
}

/** Years that have targets, this year among them, oldest first. */
export function yearsOf(targets: TargetSet, others: readonly string[]): string[] {
  return [...new Set([...Object.keys(targets.revenue), ...others])].sort();
}

/** A number as text for an input; parsing it gives the same number. */
export function written(value: number | null): string {
  return value === null ? '' : NUMBER.format(value);
}

/** What was pasted or typed, reformatted if it is an amount. */
export function tidied(text: string): string {
  const { value } = entered(text);
  return value === null ? text : written(value);
}

const NUMBER = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });

function rowOf(
  field: Field,
  { stored, draft, viewsSum, sample, edits, conflicts, refused }: FormState,
  effective: ResolvedTarget,
  over: number | null,
): TargetRow {
  const edit = edits[field.id];
  const place = placeOf(draft, field);
  const isOwn = targetValue(place.value) !== null;
  const text = edit?.text ?? textOf(place.value);
  const views = viewsSum?.[field.id] ?? null;
  return {
    field,
    per: perOf(field.id, place.path),
    text,
    isChanged: edit !== undefined,
    isSample: edit === undefined && sample.has(field.id),
    before: placeOf(stored, field).value,
    // Values that other software stored may be invalid, too.
    fault: refused[field.id] ?? (edit === undefined && isOwn ? null : entered(text, field.unit).fault),
    conflict: conflicts.find(({ id }) => id === field.id) ?? null,
    effective,
    isOwn,
    over,
    shadowed: keysOf(draft, field).filter(({ path }) => path !== place.path),
    views,
    difference: isOwn ? aboveViews(effective, views) : null,
  };
}

/** A stored number as people write it; a stored text unchanged. */
function textOf(value: unknown): string {
  if (value === null) return '';
  return typeof value === 'string'
    ? value
    : typeof value === 'number'
      ? written(value)
      : JSON.stringify(value);
}

/** The days of a month inside a period; null when there are none. */
function insideMonth(year: string, month: number, { from, to }: Period): Period | null {
  const first = dayOf(Number(year), month, 1);
  if (first === null) return null;
  const inside = { from: Math.max(from, first), to: Math.min(to, lastOfMonth(first)) };
  return inside.from > inside.to ? null : inside;
}

function sumAsSet(sum: Readonly<Record<string, number | null>>): TargetSet {
  const at = (id: string): ResolvedTarget =>
    sum[id] === null || sum[id] === undefined ? NO_TARGET : { value: sum[id], origin: id };
  const years = new Set(Object.keys(sum).flatMap((id) => yearOf(id) ?? []));
  return {
    keys: Object.fromEntries(TARGET_KEYS.map((key) => [key, at(key)])) as TargetSet['keys'],
    revenue: Object.fromEntries(
      [...years].map((year) => [year, MONTH_KEYS.map((month) => at(`revenue_${year}.${month}`))]),
    ),
  };
}
