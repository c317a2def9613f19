import type { WholeNumber } from '../number/whole-number.js';

/**
 * One line of the weight table.
 *
 * @see docs/domain.md, section 4
 */
export interface WeightRow {
  /** Canonical stage, such as `E Intro attended`. */
  readonly stage: string;
  /** One canonical source, or `any`, which yields to a row that names the source. */
  readonly source: string;
  /** 0 to 1, at most four decimals. */
  readonly weight: number;
  /** Weight of deals older than `days`; null when age does not matter. */
  readonly after: WeightAfter | null;
}

/** The weight of deals older than some whole days. */
export interface WeightAfter {
  /** Age in days after which the other weight holds. */
  readonly days: WholeNumber;
  /** The weight from then on, 0 to 1. */
  readonly weight: number;
}

/** What a deal of a stage, source and age is worth as a share of its pipe. Anything not in it weighs 0. */
export type WeightTable = readonly WeightRow[];

const row = (stage: string, source: string, weight: number, days?: number, later?: number): WeightRow => ({
  stage,
  source,
  weight,
  after: days === undefined || later === undefined ? null : { days, weight: later },
});

/**
 * The weights a new installation starts with; a super admin replaces them.
 *
 * @see docs/domain.md, section 4
 */
export const DEFAULT_WEIGHTS: WeightTable = [
  row('E Intro attended', 'Outbound', 0.15, 180, 0.17),
  row('E Intro attended', 'Inbound', 0.35, 90, 0.33),
  row('E Intro attended', 'Client referral', 0.7, 30, 0),
  row('E Intro attended', 'Internal referral', 0.6, 30, 0),
  row('E Intro attended', 'Partnership', 0.4, 60, 0.25),
  row('D POA Booked', 'any', 0.5),
  row('C Proposal sent', 'any', 0.5, 90, 0.3),
  row('B Legals', 'Client referral', 0.9, 15, 0),
  row('B Legals', 'Internal referral', 0.85, 15, 0),
  row('B Legals', 'Inbound', 0.9, 45, 0.75),
  row('B Legals', 'Outbound', 0.9, 45, 0.75),
  row('B Legals', 'Partnership', 0.8, 30, 0.5),
];
