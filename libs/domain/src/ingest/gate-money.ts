import type { Deal } from '../deal/deal.js';
import { stageCategory, toCents } from '../normalise/index.js';

/** What a view's deals are worth, as the gate compares it. */
export interface GateMoney {
  /** `pipe.active`: pipe of the open deals that have one, currency. */
  readonly openPipe: number;
  /** ARR of all closed deals, currency. */
  readonly closedArr: number;
}

/** The open pipe and the closed ARR of normalised deals. @see docs/domain.md, sections 5 and 9 */
export function gateMoney(deals: readonly Pick<Deal, 'stage' | 'pipeline' | 'expected_arr'>[]): GateMoney {
  let [pipe, arr] = [0, 0];
  for (const { stage, pipeline, expected_arr } of deals) {
    const category = stageCategory(stage);
    if (category === 'open') pipe += Math.max(0, toCents(pipeline ?? 0) ?? 0);
    if (category === 'won') arr += toCents(expected_arr ?? 0) ?? 0;
  }
  return { openPipe: pipe / 100, closedArr: arr / 100 };
}
