import type { LeftOut } from '@app/contracts';
import type { Formats } from '../ui/base/formats';
import { EXPLAIN } from './texts';

/** A note about left out or special records, with their value. */
export function missedLabel(
  { count, reason, value, pipe }: LeftOut,
  isOfPipe: boolean,
  formats: Formats,
): string {
  const money = isOfPipe ? pipe : value;
  const worth = isOfPipe ? EXPLAIN.worthPipe : EXPLAIN.worth;
  return EXPLAIN.missed(formats.count(count), reason, money > 0 ? worth(formats.moneyShort(money)) : '');
}
