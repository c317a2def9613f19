import { type Day, dayOf } from './day.js';

/**
 * The calendar date that an instant falls on in a time zone.
 *
 * @param nowMs milliseconds since 1970-01-01T00:00Z; passed in, the domain reads no clock
 * @param timeZone an IANA name, such as `Europe/Paris`
 * @throws RangeError when the time zone is unknown or the year is beyond 1 to 9999
 * @see docs/domain.md, section 1
 */
export function today(nowMs: number, timeZone: string): Day {
  const parts = partsIn(timeZone).formatToParts(nowMs);
  const part = (type: string) => Number(parts.find((each) => each.type === type)?.value);
  const found = dayOf(part('year'), part('month'), part('day'));
  if (found === null) throw new RangeError(`The instant ${nowMs} has no calendar date.`);
  return found;
}

const partsIn = (timeZone: string) =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
