import type { BoardRecord } from '@app/contracts';
import type { ApartDeal, PlacedDeal } from '@app/domain/board';
import type { Formats } from '../ui/base/formats';
import { stageName } from '../ui/base/stage-name';
import type { PaperTable } from '../ui/paper/paper';
import { clientOf } from './card-words';
import { PAPER } from './paper.texts';
import { BOARD, BOARD_PANELS } from './texts';

const { client, owner, stage, value, became } = PAPER.columns;

/** The deals that a board hides. */
export const hiddenTable = (hidden: readonly PlacedDeal<BoardRecord>[], formats: Formats): PaperTable => ({
  heading: BOARD_PANELS.hidden.heading,
  aside: BOARD_PANELS.hidden.hint,
  columns: [
    { label: client, kind: 'long' },
    { label: owner },
    { label: stage, kind: 'word' },
    { label: value, kind: 'number' },
  ],
  rows: hidden.map(({ deal }) => [
    clientOf(deal),
    deal.owner ?? BOARD.nobody,
    stageName(deal.stage),
    formats.money(deal.value),
  ]),
  empty: BOARD_PANELS.hidden.none,
});

/**
 * Saved deals that are not on the board any more.
 *
 * @param fateOf what became of one, in words
 */
export const apartTable = (
  apart: readonly ApartDeal<BoardRecord>[],
  fateOf: (deal: ApartDeal<BoardRecord>) => string,
  formats: Formats,
): PaperTable => ({
  heading: BOARD_PANELS.apart.heading,
  aside: BOARD_PANELS.apart.hint,
  columns: [
    { label: client, kind: 'long' },
    { label: became },
    { label: owner },
    { label: value, kind: 'number' },
  ],
  rows: apart.map((entry) => [
    entry.deal?.client ?? entry.saved.client ?? BOARD_PANELS.apart.unnamed,
    fateOf(entry),
    entry.deal?.owner ?? entry.saved.owner ?? BOARD.nobody,
    formats.money(entry.deal?.value ?? entry.saved.pipeline),
  ]),
});
