/** Money as the cards write it: three significant digits, K and M. */
export function compactMoney(value: number | null | undefined): string {
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency: 'USD',
    notation: 'compact',
    maximumSignificantDigits: 3,
  }).format(value ?? Number.NaN);
}

/** A count as the cards write it. */
export function count(value: number | null | undefined): string {
  return new Intl.NumberFormat('en-US').format(value ?? Number.NaN);
}
