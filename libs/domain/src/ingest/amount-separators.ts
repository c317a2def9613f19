import type { MoneyColumn } from '../deal/sheet-columns.js';
import { isUsed, type SeparatorUses, USE } from '../normalise/index.js';

/**
 * What a separator means in the amounts of a column: `decimals` (`12.5`), `three_decimals` (`12.500` is twelve and a
 * half), `thousands` (`12.500` is twelve thousand five hundred), `mixed` (thousands in some cells, decimals in others).
 */
type SeparatorMeaning = 'decimals' | 'three_decimals' | 'thousands' | 'mixed';

/** How the amounts of a column are written; null for a separator that none of them has. */
export interface AmountSeparators {
  /** What the point means. */
  point: SeparatorMeaning | null;
  /** What the comma means. */
  comma: SeparatorMeaning | null;
}

const DECIMALS = USE.threeDecimals | USE.otherThreeDecimals | USE.decimals;

/**
 * How the amounts of a column are written.
 *
 * @param uses every use of both separators by its cells
 * @param inDecimals those under which three digits are decimals
 * @see docs/domain.md, section 9
 */
export function amountSeparators(uses: SeparatorUses, inDecimals: readonly ('.' | ',')[]): AmountSeparators {
  const meaningOf = (separator: '.' | ','): SeparatorMeaning | null => {
    if (inDecimals.includes(separator)) return 'three_decimals';
    const isDecimal = isUsed(uses, separator, DECIMALS);
    const isThousands = isUsed(uses, separator, USE.open | USE.groups);
    if (isDecimal) return isThousands ? 'mixed' : 'decimals';
    return isThousands ? 'thousands' : null;
  };
  return { point: meaningOf('.'), comma: meaningOf(',') };
}

/**
 * Columns of amounts that mean by a separator what they did not mean before: what was decimals is thousands now, or
 * the other way round. A column that settles nothing, before or now, has not turned.
 *
 * @param last how the last published import wrote each column it had
 * @param now how this one does
 * @see docs/domain.md, section 9
 */
export function turnedSeparators(
  last: Partial<Record<MoneyColumn, AmountSeparators>>,
  now: Partial<Record<MoneyColumn, AmountSeparators>>,
): MoneyColumn[] {
  const columns = Object.keys(now) as MoneyColumn[];
  return columns.filter((column) => {
    const [before, after] = [last[column], now[column]];
    if (!before || !after) return false;
    return hasTurned(before.point, after.point) || hasTurned(before.comma, after.comma);
  });
}

function hasTurned(before: SeparatorMeaning | null, after: SeparatorMeaning | null): boolean {
  const pair = `${before} ${after}`;
  return TURNS.has(pair);
}

/* One odd cell makes a column of decimals mixed: that is a finding of its own, and turns no column. */
const TURNS: ReadonlySet<string> = new Set([
  'decimals thousands',
  'thousands decimals',
  'three_decimals thousands',
  'three_decimals mixed',
  'thousands three_decimals',
  'mixed three_decimals',
]);
