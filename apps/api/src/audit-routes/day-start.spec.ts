import { parseIsoDay } from '@app/domain';
import { dayStart } from './day-start.js';

const startOf = (date: string, timeZone: string): string =>
  dayStart(parseIsoDay(date) ?? 0, timeZone).toISOString();

it.each([
  ['2026-11-28', 'UTC', '2026-11-28T00:00:00.000Z'],
  ['2026-11-28', 'Europe/Paris', '2026-11-27T23:00:00.000Z'],
  ['2026-07-01', 'Europe/Paris', '2026-06-30T22:00:00.000Z'],
  ['2026-03-30', 'Europe/Paris', '2026-03-29T22:00:00.000Z'],
  ['2026-11-28', 'Pacific/Kiritimati', '2026-11-27T10:00:00.000Z'],
  ['2026-11-28', 'Etc/GMT+12', '2026-11-28T12:00:00.000Z'],
  ['2026-11-28', 'America/Los_Angeles', '2026-11-28T08:00:00.000Z'],
])('%s begins in %s at %s', (date, timeZone, moment) => {
  expect(startOf(date, timeZone)).toBe(moment);
});
