import type { CalendarDate } from '@app/contracts';
import { isoDay, today } from '@app/domain';

/** The calendar date of an instant in a time zone: the as-of date of whoever names none. */
export const todayIn = (timeZone: string, now: Date): CalendarDate => isoDay(today(now.getTime(), timeZone));
