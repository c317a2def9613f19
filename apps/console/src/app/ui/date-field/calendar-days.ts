import { civil, type Day, dayOf, daysInMonth, firstOfMonth, weekOf } from '@app/domain/period';

const DAYS = 7;
/** So many hold any month, so that the calendar keeps its height. */
const WEEKS = 6;

/** The weeks that hold a month, from Monday on; days of the months beside it fill them up. */
export function weeksOf(month: Day): Day[][] {
  const { from } = weekOf(firstOfMonth(month));
  return Array.from({ length: WEEKS }, (_, week) =>
    Array.from({ length: DAYS }, (__, weekday) => from + week * DAYS + weekday),
  );
}

/** The same date so many months later, or the last one of a shorter month. */
export function monthsLater(day: Day, months: number): Day {
  const { year, month, date } = civil(day);
  const at = year * 12 + month - 1 + months;
  const first = dayOf(Math.floor(at / 12), (at % 12) + 1, 1) ?? firstOfMonth(day);
  return first + Math.min(date, daysInMonth(first)) - 1;
}

/** Where a key leads from a day, as in the grid of a calendar (ARIA Authoring Practices); null: it leads nowhere. */
export function dayBy({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>, from: Day): Day | null {
  const week = weekOf(from);
  const months = shiftKey ? 12 : 1;
  switch (key) {
    case 'ArrowLeft':
      return from - 1;
    case 'ArrowRight':
      return from + 1;
    case 'ArrowUp':
      return from - DAYS;
    case 'ArrowDown':
      return from + DAYS;
    case 'Home':
      return week.from;
    case 'End':
      return week.to;
    case 'PageUp':
      return monthsLater(from, -months);
    case 'PageDown':
      return monthsLater(from, months);
    default:
      return null;
  }
}
