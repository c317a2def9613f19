import { fold } from '@app/domain/normalise';
import { meant } from '../ui/base/similar';
import type { Entry } from './entry';

/** What may be found, and the words that it is found by beside its label. */
export interface Candidate {
  readonly entry: Entry;
  readonly alsoCalled: readonly string[];
}

/** The entries that some words mean, those whose label contains them first; all of them for no words. */
export function meantBy(words: string, candidates: readonly Candidate[]): Entry[] {
  const whole = fold(words);
  if (whole === '') return candidates.map(({ entry }) => entry);
  const names = candidates.map(({ entry, alsoCalled }) => [entry.label, ...alsoCalled].map(fold).join('|'));
  const isOther = ({ label }: Entry) => Number(!fold(label).includes(whole));
  return meant(names, words)
    .found.flatMap((at) => candidates[at]?.entry ?? [])
    .sort((one, other) => isOther(one) - isOther(other));
}
