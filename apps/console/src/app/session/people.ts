import type { FilterValue } from '@app/domain/metrics';
import { fold } from '@app/domain/normalise';

/** The value of the signed-in person, matched by full or first name regardless of accents, case and spaces. */
export function mineOf(people: readonly FilterValue[], me: string): FilterValue | undefined {
  const named = (name: string) => people.find(({ value }) => value !== '' && value === fold(name));
  return named(me) ?? named(me.split(' ')[0] ?? me);
}
