import { type Day, isoDay, nextTick } from '@app/domain';
import { todayIn } from '../config/today.js';

const HOUR_MS = 3_600_000;
/** No clock is further ahead of Greenwich. */
const MOST_AHEAD_HOURS = 15;

/** The moment at which a day begins in a time zone. */
export function dayStart(day: Day, timeZone: string): Date {
  const date = isoDay(day);
  const midnights = { times: ['00:00'], timeZone };
  let moment = new Date(Date.parse(date) - MOST_AHEAD_HOURS * HOUR_MS);
  // The first midnight is that of the day or, west of Greenwich, of the one before.
  for (;;) {
    moment = nextTick(midnights, moment) ?? moment;
    if (todayIn(timeZone, moment) >= date) return moment;
  }
}
