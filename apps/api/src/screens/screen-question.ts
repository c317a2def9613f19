import type { BdrGoals, ScreenAsked } from '@app/domain';
import { ASKED_PARAMETERS, type AskedDefaults, readAsked } from '../asked/asked-query.js';
import type { QueryReader } from '../http/query-reader.js';

/** Parameters of every screen. */
export const SCREEN_PARAMETERS = [...ASKED_PARAMETERS, 'against'];

/** What a period can be compared with; the first is what it is without asking. */
export const AGAINST = ['previous', 'last_year', 'none'] as const;

/** Routes of the screens. */
export const SCREEN_NAMES = [
  'dashboard',
  'meetings-generation',
  'meetings-attended',
  'upsell-renew',
  'deals-pipeline',
  'projections',
] as const;

export type ScreenName = (typeof SCREEN_NAMES)[number];

/** All that a screen depends on beside the data and the targets. */
export interface ScreenQuestion {
  readonly asked: ScreenAsked;
  readonly goals: BdrGoals;
}

/** @throws ProblemException (400) naming the parameter */
export function readScreenAsked(read: QueryReader, defaults: AskedDefaults): ScreenAsked {
  return { ...readAsked(read, defaults), against: read.oneOf('against', AGAINST) ?? AGAINST[0] };
}
