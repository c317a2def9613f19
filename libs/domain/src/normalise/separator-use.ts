/** A character that begins the decimals of an amount, or groups its thousands. */
export type Separator = '.' | ',';

/**
 * How an amount uses `.` and `,`: a set of bits for each. Columns are judged by the uses of all their amounts.
 *
 * @see docs/domain.md, section 9
 */
export type SeparatorUses = number;

/** One use of a separator. */
export const USE = {
  /** `1,000`: it groups thousands, or begins three decimals. */
  open: 1,
  /** It begins decimals, three of them after four digits or more, or after 0 only: `1234.500`, `0.250`. */
  threeDecimals: 2,
  /** It begins three decimals after anything else: `.250`. */
  otherThreeDecimals: 4,
  /** It begins any other number of decimals. */
  decimals: 8,
  /** It groups thousands for certain. */
  groups: 16,
} as const;

const COMMA_SHIFT = 8;
const ONE = 0xff;

/** A use of a separator among the uses of both. */
export const usesWith = (separator: Separator, use: number): SeparatorUses =>
  separator === ',' ? use << COMMA_SHIFT : use;

/** Whether a separator is used in one of some ways. */
export const isUsed = (uses: SeparatorUses, separator: Separator, ways: number): boolean =>
  ((separator === ',' ? uses >> COMMA_SHIFT : uses & ONE) & ways) !== 0;
