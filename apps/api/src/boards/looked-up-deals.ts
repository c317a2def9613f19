import type { LookedUpDeal, ProblemField } from '@app/contracts';
import { Refusal, refusedField } from '../refusals/refusal.js';
import { faultOfText, MOST_DEALS } from '../saved-boards/board-faults.js';

/** Faults that one answer names: more of them are of the same kind. */
const MOST_FAULTS = 20;

/**
 * Deals that somebody looks up, checked.
 *
 * @throws Refusal naming the path of each fault
 */
export function lookedUpDeals(deals: readonly unknown[]): readonly LookedUpDeal[] {
  if (deals.length > MOST_DEALS) {
    const most = MOST_DEALS.toLocaleString('en');
    throw refusedField('deals', `deals has more than ${most} entries: look them up in parts.`);
  }
  const faults = deals.flatMap((deal, at) => faultsOf(deal, `deals.${at}`)).slice(0, MOST_FAULTS);
  if (faults.length === 0) return deals as LookedUpDeal[];
  throw new Refusal('faulty', faults.map(({ message }) => message).join(' '), faults);
}

function faultsOf(deal: unknown, path: string): ProblemField[] {
  const fault = (message: string): ProblemField[] => [{ field: path, message: `${path} ${message}` }];
  if (typeof deal !== 'object' || deal === null) return fault('must be an object with id, client, or both.');
  const { id, client, ...others } = deal as Readonly<Record<string, unknown>>;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) return fault(`has a key ${JSON.stringify(unknown)}, which is not known here.`);
  const faults = [faultOfText(`${path}.id`, id), faultOfText(`${path}.client`, client)].filter(
    (found) => found !== null,
  );
  if (faults.length > 0) return faults;
  return id || client ? [] : fault('needs an id or a client.');
}
