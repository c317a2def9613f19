import type { SavedPage } from '@app/contracts';
import { FILTER_FIELDS } from '@app/domain/filters';
import { type Day, periodParameter } from '@app/domain/period';
import { type SavedParameters, savedPeriod } from '@app/domain/saved-pages';

type Parameters = Record<string, string | string[]>;

/** Where a saved page is: its path, and its parameters on a day. */
export const savedLink = (
  { view_id, page, parameters }: Pick<SavedPage, 'view_id' | 'page' | 'parameters'>,
  today: Day,
): { path: string[]; queryParams: Parameters } => ({
  path: ['/v', view_id, page],
  queryParams: linkedParameters(parameters, today),
});

/** Saved parameters as an address has them, always in the same order: a period that follows the calendar is days. */
export function linkedParameters(saved: SavedParameters, today: Day): Parameters {
  const choice = savedPeriod(saved.period, today);
  const { against, person } = saved;
  return {
    ...(choice && { period: periodParameter(choice) }),
    ...(against && against !== 'previous' && { against }),
    ...(person && { person }),
    ...Object.fromEntries(FILTER_FIELDS.flatMap((field) => (saved[field] ? [[field, saved[field]]] : []))),
  };
}
