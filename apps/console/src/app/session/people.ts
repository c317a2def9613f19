import type { BreakdownRow } from '@app/contracts';
import { fold } from '@app/domain/normalise';
import { TEXTS } from '../ui/base/texts';

/** An entry of the AE filter. */
export interface PersonChoice {
  label: string;
  hint: string;
  /** The values for the API: none is everyone, `''` is unassigned. */
  owners: string[];
}

/** Everyone, then the signed-in person if in the data, the others by name, unassigned last. */
export function peopleOf(rows: readonly BreakdownRow[], me: string): PersonChoice[] {
  const named = rows.filter((row) => row.key !== null);
  const mine = mineOf(rows, me);
  const others = named.filter((row) => row !== mine).sort((a, b) => a.label.localeCompare(b.label));
  return [
    { label: TEXTS.people.everyone, hint: '', owners: [] },
    ...(mine ? [{ label: mine.label, hint: TEXTS.people.me, owners: [mine.key ?? ''] }] : []),
    ...others.map(({ key, label }) => ({ label, hint: '', owners: [key ?? ''] })),
    ...(rows.length > named.length ? [{ label: TEXTS.unassigned, hint: '', owners: [''] }] : []),
  ];
}

/** The row of the signed-in person, matched by full or first name. */
export function mineOf(rows: readonly BreakdownRow[], me: string): BreakdownRow | undefined {
  const named = (name: string) => rows.find(({ key }) => key !== null && isSamePerson(key, name));
  return named(me) ?? named(firstName(me));
}

/** Names match regardless of accents, case and spaces, as in the API. */
export function isSamePerson(one: string, other: string): boolean {
  return fold(one) === fold(other);
}

const firstName = (name: string) => name.split(' ')[0] ?? name;
