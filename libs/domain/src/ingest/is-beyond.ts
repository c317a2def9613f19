const MILLION = 1_000_000;

/**
 * Whether a part is more than a share of the whole, counted in whole parts of a million, so that 3 of 10 are not more
 * than 0.3.
 *
 * @param share from 0 to 1
 */
export const isBeyond = (part: number, whole: number, share: number): boolean =>
  part * MILLION > whole * Math.round(share * MILLION);
