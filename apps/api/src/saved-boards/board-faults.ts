import type { ProblemField } from '@app/contracts';
import { Refusal } from '../refusals/refusal.js';
import { BOARD_KINDS, columnsIn, isItem, itemsOf } from './board-items.js';

/** Deals that a saved board may hold. */
export const MOST_DEALS = 5_000;
/** Characters of a text in a saved deal, as many as a cell of a spreadsheet holds; also of one that is only looked up. */
const LONGEST_TEXT = 50_000;
/** Faults that one answer names: more of them are of the same kind. */
export const MOST_FAULTS = 20;

const TEXTS = ['id', 'view_id', 'client', 'owner', 'stage'] as const;
const NUMBERS = ['pipeline', 'probability', 'order'] as const;
const YES_OR_NO = ['hidden', 'deleted', 'missing'] as const;

type Item = Readonly<Record<string, unknown>>;

/** What is wrong with a board that somebody sends, each by its path, such as `preferences.intro.3.client`. */
export function faultsOfBoard(
  preferences: Readonly<Record<string, unknown>>,
  field = 'preferences',
): ProblemField[] {
  // A column of another board is kept and means nothing here, but it is still a list of deals.
  const lists = BOARD_KINDS.flatMap((kind) => columnsIn(kind, preferences, field));
  const noLists = lists.filter(([, list]) => !Array.isArray(list)).map(([path]) => noList(path));
  if (noLists.length > 0) return noLists;
  const items = BOARD_KINDS.flatMap((kind) => itemsOf(kind, preferences, field));
  if (items.length > MOST_DEALS) return [tooMany(field, items.length)];
  const faults = [
    ...keyFaults(field, preferences),
    ...items.flatMap(([path, item]) => itemFaults(path, item)),
  ];
  return faults.slice(0, MOST_FAULTS);
}

/**
 * @param field of the body that the board stands in
 * @throws Refusal naming what is wrong with a board that somebody sends
 */
export function refuseFaults(preferences: Readonly<Record<string, unknown>>, field = 'preferences'): void {
  const faults = faultsOfBoard(preferences, field);
  if (faults.length === 0) return;
  throw new Refusal('faulty', faults.map(({ message }) => message).join(' '), faults);
}

/** What is wrong with a text that may be absent; null when nothing is. */
export function faultOfText(path: string, text: unknown): ProblemField | null {
  if (text === undefined || text === null) return null;
  if (typeof text !== 'string') return fault(path, 'must be a text, or null');
  const most = LONGEST_TEXT.toLocaleString('en');
  return text.length > LONGEST_TEXT ? fault(path, `is longer than ${most} characters`) : null;
}

function itemFaults(path: string, item: unknown): ProblemField[] {
  if (!isItem(item))
    return [fault(path, 'must be an object, such as { "id": "...", "client": "Acme Corp" }')];
  const faults = [
    ...TEXTS.map((key) => faultOfText(`${path}.${key}`, item[key])),
    ...NUMBERS.map((key) => faultOfNumber(`${path}.${key}`, item[key])),
    ...YES_OR_NO.map((key) => faultOfSwitch(`${path}.${key}`, item[key])),
  ].filter((found) => found !== null);
  if (!item.id && !item.client) faults.push(fault(path, 'has neither id nor client: name the deal'));
  return [...faults, ...keyFaults(path, item)];
}

/** Such a key means something else to a database. */
function keyFaults(path: string, object: Item): ProblemField[] {
  return Object.keys(object)
    .filter((key) => key.startsWith('$') || key.includes('\0'))
    .map((key) => fault(path, `has the key ${JSON.stringify(key)}: no key may begin with "$" or hold a NUL`));
}

const faultOfNumber = (path: string, value: unknown): ProblemField | null =>
  value === undefined || value === null || typeof value === 'number'
    ? null
    : fault(path, 'must be a number, or null');

const faultOfSwitch = (path: string, value: unknown): ProblemField | null =>
  value === undefined || value === null || typeof value === 'boolean'
    ? null
    : fault(path, 'must be true or false');

const noList = (path: string) => fault(path, 'must be a list of deals, such as [{ "id": "..." }]');

const tooMany = (field: string, count: number) =>
  fault(
    field,
    `holds ${count.toLocaleString('en')} deals, ${MOST_DEALS.toLocaleString('en')} are the most: take out those that are gone`,
  );

const fault = (field: string, message: string): ProblemField => ({ field, message: `${field} ${message}.` });
