import type { ScreenEntry, ScreenRow } from '@app/domain/screens';
import type { SkeletonRow } from '../screen/screen-skeleton';

/** Board columns that the skeleton draws. */
const BOARD_COLUMNS = [1, 1, 1, 1];

/** The skeleton of a screen while it loads: the cards of its first row, then the visible rows. */
export function skeletonOf({ rows }: ScreenEntry): { cards: number; rows: SkeletonRow[] } {
  const [first] = rows;
  const band = first?.blocks.find((block) => block.kind === 'band');
  return {
    cards: band ? (band.columns ?? band.numbers.length) : 4,
    rows: [
      // What does not fit beside the lead stands in a second row of the band.
      ...(band?.hasLead ? [{ height: 96, widths: [1] }] : []),
      ...rows.flatMap((row) => (row.height ? [{ height: row.height, widths: widthsOf(row) }] : [])),
    ],
  };
}

const widthsOf = ({ widths = [1], blocks }: ScreenRow): readonly number[] =>
  blocks[0]?.kind === 'board' ? BOARD_COLUMNS : widths;
