import type { FilterValue } from '@app/domain/metrics';
import { meant } from '../ui/base/similar';

const MOST = 3;

/** Names that are like one that nobody has: without its slip, or without the last name that the data does not have. */
export function namesLike(name: string, values: readonly FilterValue[]): FilterValue[] {
  const named = values.filter(({ value }) => value !== '');
  const keys = named.map(({ value }) => value);
  const [found = []] = [name, name.split(' ')[0] ?? '']
    .map((words) => meant(keys, words).found)
    .filter((each) => each.length > 0);
  return found.slice(0, MOST).flatMap((at) => named[at] ?? []);
}
