import type { ExistingDeals } from './existing-deals.js';
import type { PairedDeal } from './pair-deals.js';

/**
 * A number for each deal that grows in the order of the sheet. A deal keeps the one it has where that is possible: a
 * record that nobody changed is then stored as it was.
 */
export function sheetPositions(
  deals: readonly Pick<PairedDeal, 'continues'>[],
  { positions }: Pick<ExistingDeals, 'positions'>,
): number[] {
  let last = -1;
  return deals.map(({ continues }) => {
    const had = continues === null ? null : positions[continues];
    last = typeof had === 'number' && Number.isSafeInteger(had) && had > last ? had : last + 1;
    return last;
  });
}
