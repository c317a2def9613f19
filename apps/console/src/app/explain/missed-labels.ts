import type { LeftOut } from '@app/contracts';
import type { Formats } from '../ui/base/formats';
import { EXPLAIN } from './texts';

/** What was left out, or what is special about some records of the list, with the money it is about. */
export function missedLabel(
  { count, reason, value, pipe }: LeftOut,
  isOfPipe: boolean,
  formats: Formats,
): string {
  const money = isOfPipe ? pipe : value;
  const worth = isOfPipe ? EXPLAIN.worthPipe : EXPLAIN.worth;
  return EXPLAIN.missed(formats.count(count), reason, money > 0 ? worth(formats.moneyShort(money)) : '');
}
