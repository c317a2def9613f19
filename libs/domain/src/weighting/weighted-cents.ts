/** A weight of 1 in the whole numbers that amounts are multiplied by: weights have four decimals at most. */
const WHOLE = 10_000;

/** A weight as a whole number of ten-thousandths. */
export function tenThousandths(weight: number): number {
  return Math.round(weight * WHOLE);
}

/**
 * Whole cents times a weight, to the cent, halves away from zero; exact for every amount below 1e12 currency.
 *
 * The product may exceed 2^53, so it is made in two parts that do not.
 *
 * @param cents whole cents
 * @param weight whole ten-thousandths, of {@link tenThousandths}
 * @see docs/domain.md, section 1
 */
export function weightedCents(cents: number, weight: number): number {
  const size = Math.abs(cents);
  const high = Math.floor(size / WHOLE);
  const low = size - high * WHOLE;
  const product = high * weight + Math.floor((low * weight + WHOLE / 2) / WHOLE);
  return cents < 0 && product !== 0 ? -product : product;
}
