import type { BdrGoals, BreakdownRow, NamedView, View } from '@app/contracts';
import { fold, readAmount } from '@app/domain/normalise';
import { InvalidSettingError, checkBdrGoals } from '@app/domain/settings';
import { showsDealsOf } from '../session/views';

/** Goals in the form: an empty one means the default. */
export interface TypedGoals {
  default: string;
  people: Readonly<Record<string, string>>;
}

/** Typed goals, read. */
export interface ReadGoals {
  /** Null while the input is invalid. */
  goals: BdrGoals | null;
  faults: readonly string[];
}

/** Somebody who can have a goal. */
export interface Person {
  name: string;
  /** Meetings of the half in all views; null for people with a goal who are not in the data. */
  meetings: number | null;
  /** The views in which they have some. */
  views: readonly NamedView[];
}

/** The meetings of a view by BDR. */
export interface ViewMeetings {
  view: NamedView;
  rows: readonly BreakdownRow[];
}

export function typedGoals({ default: usual, people }: BdrGoals): TypedGoals {
  const texts = Object.entries(people).map(([name, goal]) => [name, String(goal)]);
  return { default: String(usual), people: Object.fromEntries(texts) as Record<string, string> };
}

/** The typed goals with one more; a name that already had a goal keeps its spelling. */
export function withGoal(typed: TypedGoals, name: string, text: string): TypedGoals {
  const known = Object.keys(typed.people).find((each) => fold(each) === fold(name)) ?? name;
  const others = Object.entries(typed.people).filter(([each]) => each !== known);
  const people = text.trim() === '' ? others : [...others, [known, text] as const];
  return { ...typed, people: Object.fromEntries(people) };
}

export function goalOf({ people }: TypedGoals, name: string): string {
  return Object.entries(people).find(([each]) => fold(each) === fold(name))?.[1] ?? '';
}

/** The typed goals, validated by the domain. */
export function readGoals(typed: TypedGoals): ReadGoals {
  const people = Object.entries(typed.people).map(([name, text]) => [name, numberOf(text)] as const);
  try {
    const goals = checkBdrGoals({ default: numberOf(typed.default), people: Object.fromEntries(people) });
    return { goals: { default: goals.default, people: { ...goals.people } }, faults: [] };
  } catch (error) {
    if (error instanceof InvalidSettingError) return { goals: null, faults: error.faults };
    throw error;
  }
}

/** People of the data of all views by name, then people who only have a goal. Names match folded. */
export function peopleWith(meetings: readonly ViewMeetings[], goals: BdrGoals): Person[] {
  const known = new Map<string, Person>();
  for (const { view, rows } of meetings)
    for (const { key, label, value } of rows) {
      if (key === null) continue;
      const before = known.get(fold(label)) ?? { name: label, meetings: null, views: [] };
      const counted = value === null ? before.meetings : (before.meetings ?? 0) + value;
      known.set(fold(label), { ...before, meetings: counted, views: [...before.views, view] });
    }
  const others = Object.keys(goals.people)
    .filter((name) => !known.has(fold(name)))
    .map((name) => ({ name, meetings: null, views: [] }));
  return [...[...known.values()].sort((one, other) => one.name.localeCompare(other.name)), ...others];
}

/**
 * The view whose page of a person has all of their meetings: the only one, or one that adds theirs up; null for people who
 * are not in the data.
 */
export function viewOf({ views }: Person, all: readonly View[]): string | null {
  const [first, ...others] = views;
  if (!first) return null;
  const whole = all.find((view) => views.every(({ id }) => showsDealsOf(view, id)));
  return others.length > 0 && whole ? whole.id : first.id;
}

const numberOf = (text: string) => readAmount(text.trim())?.amount ?? Number.NaN;
