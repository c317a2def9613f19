import type { BoardRecord } from '@app/contracts';
import { day, isoDay } from '@app/domain/period';
import type { Formats } from '../ui/base/formats';
import { BOARD } from './texts';

export const clientOf = ({ client }: Pick<BoardRecord, 'client'>): string => client || BOARD.noClient;

/** The POA that is to come, `24 Nov`, of another year than today's `24 Nov 2025`; empty for other stages. */
export function poaOf(deal: BoardRecord, formats: Formats): string {
  const { stage, poa_date } = deal;
  if (stage !== 'D POA Booked' || !poa_date) return '';
  return poa_date.slice(0, 4) === yearOf(deal) ? formats.dayAndMonth(poa_date) : formats.date(poa_date);
}

/** The year in which the deal is as old as it is. */
const yearOf = ({ age, discovery_date }: BoardRecord): string =>
  discovery_date ? isoDay(day(discovery_date) + age).slice(0, 4) : '';

/** `43 d`; a meeting in the future has no age yet. */
export function ageOf({ age }: BoardRecord, formats: Formats): string {
  const days = formats.count(Math.abs(age));
  return age < 0 ? BOARD.ahead(days) : BOARD.age(days);
}
