import type { Deal } from '../deal/deal.js';
import type { WholeNumber } from '../number/whole-number.js';
import type { PairedRow } from './pair-deals.js';

/** A row that was taken for a deal by less than its link, or its client and stage. */
export interface DoubtfulMatch {
  /** Row of the sheet; its first line is 1. */
  row: WholeNumber;
  /** Client of the row. */
  client: string;
  /** Stage of the deal that it was taken for. */
  stage_before: string;
  /** Stage of the row. */
  stage_after: string;
  /** Id of that deal. */
  deal_id: string;
  /** By its client alone, or as one of several deals or rows with the same client and stage, in their order. */
  why: 'client_alone' | 'several_alike';
  /** How many deals, or rows if they are more, were alike. */
  alike: WholeNumber;
}

/** Whether another deal may be meant by a row than the one it was taken for. @see docs/domain.md, section 9 */
export const isDoubtful = ({ match }: Pick<PairedRow, 'match'>): boolean =>
  match !== null && (match.by === 'client' || match.alike > 1);

/**
 * What there is to say about a row that {@link isDoubtful}.
 *
 * @param row the row as the deal it was taken for
 * @param existing the deals it was compared with
 */
export function doubtfulMatch({ row, deal, match }: PairedRow, existing: readonly Deal[]): DoubtfulMatch {
  return {
    row,
    client: deal.client,
    stage_before: existing[match?.place ?? -1]?.stage ?? '',
    stage_after: deal.stage,
    deal_id: deal.id,
    why: match?.by === 'client' ? 'client_alone' : 'several_alike',
    alike: match?.alike ?? 1,
  };
}
