import { fold } from '../normalise/fold.js';
import { faultOfName } from '../normalise/given-name.js';
import { InvalidSettingError } from './invalid-setting-error.js';
import type { SettingKind } from './setting-kind.js';

/**
 * Meetings a month that each BDR is to bring.
 *
 * @see docs/domain.md, section 3
 */
export interface BdrGoals {
  /** For everybody who has no goal of their own. */
  readonly default: number;
  /** Goals of single people, by name; names match folded. */
  readonly people: Readonly<Record<string, number>>;
}

/** The goals of a new installation: six meetings a month for everybody. */
export const DEFAULT_BDR_GOALS: BdrGoals = { default: 6, people: {} };

/** More meetings than anybody holds in a month. */
const MAX_GOAL = 1_000;
/** More people than any team has: every answer of a screen is recognised by its goals too. */
const MAX_PEOPLE = 1_000;

/**
 * Checks goals that came from outside.
 *
 * @param value anything; a default with people when it is right
 * @throws InvalidSettingError naming every fault
 */
export function checkBdrGoals(value: unknown): BdrGoals {
  const { default: usual, people } = groupOf(value) ?? {};
  const named = Object.entries(groupOf(people) ?? {});
  if (named.length > MAX_PEOPLE)
    throw new InvalidSettingError([`Goals are kept of ${MAX_PEOPLE} people at most.`]);
  const faults = [
    ...(groupOf(value) ? [] : ['The goals must be { "default": number, "people": { name: number } }.']),
    ...(isGoal(usual) ? [] : [`The default must be a number from 0 to ${MAX_GOAL}.`]),
    ...(groupOf(people) ? [] : ['The people must be an object of names, each with a goal; it may be empty.']),
    ...named.flatMap(([name, goal]) => faultsOf(name, goal)),
    ...alike(named.map(([name]) => name)),
  ];
  if (faults.length > 0 || !isGoal(usual)) throw new InvalidSettingError(faults);
  return { default: usual, people: Object.fromEntries(named) as Record<string, number> };
}

/** The goals as a setting. */
export const BDR_GOALS: SettingKind<BdrGoals> = {
  label: 'Goals of BDRs',
  usual: DEFAULT_BDR_GOALS,
  check: checkBdrGoals,
  describe: ({ default: everybody, people }, count) => {
    const named = Object.entries(people).map(([name, goal]) => `, ${name} ${count(goal)}`);
    return `${count(everybody)} for everybody${named.join('')}`;
  },
};

function faultsOf(name: string, goal: unknown): string[] {
  const fault = faultOfName(name);
  if (fault !== null) return [`A name of a goal ${fault}.`];
  const unnamed = fold(name) === '' ? ['A goal has no name: unassigned meetings have no goal.'] : [];
  return isGoal(goal) ? unnamed : [...unnamed, `The goal of ${name} must be a number from 0 to ${MAX_GOAL}.`];
}

function alike(names: readonly string[]): string[] {
  const seen = new Map<string, string>();
  return names.flatMap((name) => {
    const other = seen.get(fold(name));
    seen.set(fold(name), name);
    return other === undefined ? [] : [`${other} and ${name} are one person: keep one of them.`];
  });
}

const isGoal = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= MAX_GOAL;

const groupOf = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : null;
