import { MONTH_KEYS, SUM_OF_VIEWS, targetValue } from '@app/domain/targets';
import { targetName } from '../explain/target-names';
import { Formats } from '../ui/base/formats';
import { fieldOfPath, perOf, yearOf } from './fields';
import type { TargetRow } from './rows';
import type { StoredKey } from './stored';
import { TARGETS } from './texts';

/** A stored value as text: money is formatted, text is unchanged, an absent value is "not set". */
export function valueLabel(formats: Formats, path: string, value: unknown): string {
  if (value === null || value === undefined) return TARGETS.notSet;
  const number = typeof value === 'number' ? value : targetValue(value);
  if (number === null) return typeof value === 'string' ? `“${value}”` : JSON.stringify(value);
  return formats.long(number, fieldOfPath(path)?.unit ?? 'count');
}

/** The label of a target in the form. */
export function fieldLabel(formats: Formats, id: string): string {
  const year = yearOf(id);
  if (year) return formats.month(`${year}-${monthNumber(id)}`, true);
  return (TARGETS.keys as Readonly<Record<string, string>>)[id] ?? targetName(id);
}

/** The page that compares its number with a target, where two pages have one each, or its key is named after another. */
export function seenOnLabel(id: string): string | null {
  return (TARGETS.seenOn as Readonly<Record<string, string>>)[id] ?? null;
}

/** The origin of the value in force; empty without one. */
export function originLabel({ effective: { origin }, field }: TargetRow, isMaster: boolean): string {
  if (origin === null) return '';
  if (origin === SUM_OF_VIEWS) return TARGETS.sumOfViews;
  if (!field.paths.includes(origin)) return origin.includes(' + ') ? TARGETS.sumOfParts : TARGETS.legacy;
  return isMaster ? TARGETS.own : yearOf(field.id) ? '' : placeOf(origin);
}

/** What a stored key that is not in force would be: “replaces 48 a year”. */
export function replacedLabel(formats: Formats, field: string, { path, value }: StoredKey): string {
  const per = perOf(field, path);
  const place = per === 'year' ? '' : TARGETS.placed(placeOf(path));
  return TARGETS.replaces(valueLabel(formats, path, value), TARGETS.replaced[per], place);
}

/** What the number of a stored key is for: `a month`, `a year`; empty where the name of the target says it. */
export function unitLabel(path: string): string {
  const field = fieldOfPath(path)?.id;
  return field === undefined || yearOf(field) ? '' : TARGETS.per[perOf(field, path)];
}

/** The sign that stands before amounts of money, such as `$`. */
export const currencySign = (formats: Formats): string => formats.money(0).replace(/[\d.,\s]/g, '');

/** The part of the product that a stored key is named after. */
const placeOf = (path: string): string => targetName(path).replace(/:.*$/, '');

const MONTHS: readonly string[] = MONTH_KEYS;

const monthNumber = (id: string) =>
  String(MONTHS.indexOf(id.slice(id.indexOf('.') + 1)) + 1).padStart(2, '0');
