import type { BoardRecord } from '@app/contracts';
import type { Formats } from '../ui/base/formats';
import { BOARD } from './texts';

export const clientOf = ({ client }: Pick<BoardRecord, 'client'>): string => client || BOARD.noClient;

/** The POA that is to come, `24 Nov`; empty for other stages. */
export const poaOf = ({ stage, poa_date }: BoardRecord, formats: Formats): string =>
  stage === 'D POA Booked' && poa_date ? formats.dayAndMonth(poa_date) : '';

/** `43 d`; a meeting in the future has no age yet. */
export function ageOf({ age }: BoardRecord, formats: Formats): string {
  const days = formats.count(Math.abs(age));
  return age < 0 ? BOARD.ahead(days) : BOARD.age(days);
}
