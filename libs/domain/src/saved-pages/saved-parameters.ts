import { FILTER_FIELDS, type FilterField } from '../filters/filters.js';
import type { Against } from '../period/compared-days.js';
import type { Day } from '../period/day.js';
import { movingPeriods } from '../period/named-periods.js';
import { type PeriodChoice, periodOfParameter, periodParameter } from '../period/period-choice.js';
import { SCREEN_NAMES, type ScreenName } from '../screens/tabs.js';

/** A page that can be saved, by the last part of its address: those that period and filters are about. */
export type SavedPageName = ScreenName | 'definitions';

/** All of them. */
export const SAVED_PAGE_NAMES: readonly SavedPageName[] = [...SCREEN_NAMES, 'definitions'];

/**
 * What is saved with a page, as in its address, but for a period that follows the calendar. What is left out is as on a
 * page that was just opened.
 */
export interface SavedParameters {
  /**
   * Days as in an address, such as `month:2026-11` or `custom:2026-09-15..2026-10-15`, or by a name that follows the
   * calendar: `this_week`, `last_week`, `last_7`, `last_30`, `this_month`, `last_month`, `next_month`, `this_quarter`,
   * `this_half`, `this_year`, `year_to_date`.
   *
   * @maxLength 40
   */
  period?: string;
  /** What the period is compared with. */
  against?: Against;
  /**
   * Whom the page of a person is about, such as `owner:Jane Smith` or `bdr:John Doe`; on that page alone, and always.
   *
   * @maxLength 210
   */
  person?: string;
  /** Account executives; an empty text is "unassigned". */
  owner?: string[];
  /** BDRs. */
  bdr?: string[];
  /** Source groups. */
  source_group?: string[];
  /** Stages. */
  stage?: string[];
  /** Products. */
  product?: string[];
  /** Relevances. */
  relevance?: string[];
  /** Types of deal. */
  type_of_deal?: string[];
}

/** A fault of one parameter. */
export interface SavedParameterFault {
  /** Path of the parameter, such as `parameters.period`. */
  readonly field: string;
  /** What is wrong with it. */
  readonly message: string;
}

/** Characters that all values come to as parts of an address: what a server reads is longer. */
const LONGEST = 4_000;
/** Whatever a sheet may say of a deal, which is text. */
const VALUE = /^[^\0\p{Cs}]{0,200}$/u;
const AGAINST: readonly Against[] = ['previous', 'last_year', 'none'];
const PERSON_PAGE: SavedPageName = 'person';
/** A year to date is told by its year: which day it ends on does not matter here. */
const ANY_DAY: Day = 0;

/**
 * What of some parameters can be saved with a page, in one spelling: a week by its Monday, each value once.
 *
 * @returns it, and what is wrong with the others
 */
export function readSavedParameters(
  page: SavedPageName,
  given: Readonly<Record<string, unknown>>,
): { parameters: SavedParameters; faults: SavedParameterFault[] } {
  const parameters: SavedParameters = {};
  const faults: SavedParameterFault[] = [];
  for (const [name, value] of Object.entries(given)) {
    const message = take(parameters, page, name, value);
    if (message !== null) faults.push(fault(name, message));
  }
  if (page === PERSON_PAGE && given.person === undefined)
    faults.push(
      fault('person', 'is missing: the page of a person is about somebody, such as owner:Jane Smith'),
    );
  if (lengthOf(parameters) > LONGEST)
    faults.push({
      field: 'parameters',
      message: 'parameters name more values than an address has room for.',
    });
  return { parameters, faults };
}

/** The days that a saved period means on a day; null without one. */
export function savedPeriod(text: string | undefined, today: Day): PeriodChoice | null {
  const moving = movingPeriods(today).find(({ name }) => name === text);
  return moving?.choice ?? periodOfParameter(text ?? null, today);
}

/** Takes a parameter over. @returns what is wrong with it, else null */
function take(into: SavedParameters, page: SavedPageName, name: string, value: unknown): string | null {
  if (name === 'period') return takePeriod(into, value);
  if (name === 'against') return takeAgainst(into, value);
  if (name === 'person' && page === PERSON_PAGE) return takePerson(into, value);
  const field = FILTER_FIELDS.find((each) => each === name);
  return field && page !== PERSON_PAGE ? takeValues(into, field, value) : `is not known on the page ${page}`;
}

function takePeriod(into: SavedParameters, value: unknown): string | null {
  const choice = typeof value === 'string' ? savedPeriod(value, ANY_DAY) : null;
  if (typeof value !== 'string' || choice === null)
    return 'must be days, such as month:2026-11, or a name that follows the calendar, such as this_month';
  into.period = value.includes(':') ? periodParameter(choice) : value;
  return null;
}

function takeAgainst(into: SavedParameters, value: unknown): string | null {
  const found = AGAINST.find((each) => each === value);
  if (found === undefined) return `must be ${AGAINST.join(', ')}`;
  into.against = found;
  return null;
}

function takePerson(into: SavedParameters, value: unknown): string | null {
  if (typeof value !== 'string' || !/^(owner|bdr):./su.test(value) || !isValue(value.replace(/^\w+:/, '')))
    return 'must be somebody, such as owner:Jane Smith or bdr:John Doe';
  into.person = value;
  return null;
}

function takeValues(into: SavedParameters, field: FilterField, value: unknown): string | null {
  if (!Array.isArray(value) || !value.every(isValue))
    return 'must be a list of texts of at most 200 characters';
  const values = [...new Set(value)];
  if (values.length > 0) into[field] = values;
  return null;
}

const isValue = (value: unknown): value is string => typeof value === 'string' && VALUE.test(value);

const lengthOf = (parameters: SavedParameters): number =>
  Object.entries(parameters)
    .flatMap(([name, value]: [string, string | string[]]) =>
      [value].flat().map((each) => `&${name}=${encodeURIComponent(each)}`),
    )
    .join('').length;

const fault = (name: string, message: string): SavedParameterFault => ({
  field: `parameters.${name}`,
  message: `parameters.${name} ${message}.`,
});
