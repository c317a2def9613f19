import fc from 'fast-check';
import { matchDeals } from '../ingest/identity.js';
import { dealValue } from '../normalise/money.js';
import { aDealWith } from '../testing/deals.js';
import type { DealRow } from '../deal/deal.js';
import { type Board, doubtfulEntries, isDoubtfulMatch, placedDeals } from './applied-board.js';
import { applyBoard } from './apply-board.js';
import { PROBABILITIES } from './board-columns.js';
import type { BoardDeal } from './board-deal.js';
import { chooseProbability, hideCard, moveCard } from './board-moves.js';
import { savedBoardOf } from './save-board.js';
import { confirmMatch, refuseMatch } from './settle-matches.js';
import { readSavedBoard, storedBoardOf } from './stored-board.js';

/* One sheet is imported ten times, each time in another order and other spellings, with stages that moved, links that
   went, and sometimes by software that gives every row a new id. Only the test knows who is who. */

/** A deal of the test: `who` is what no import says. */
interface Known {
  readonly who: number;
  readonly id: string;
  readonly row: DealRow;
}

/** What an import does to each deal; as many numbers as there are deals. */
interface Import {
  readonly order: readonly number[];
  readonly spelling: readonly number[];
  readonly stage: readonly number[];
  readonly link: readonly number[];
  readonly isByOtherSoftware: boolean;
}

const DEALS = 36;
/** The first clients have several deals, the others one each. */
const clientOf = (who: number) => (who < 8 ? `Société ${who % 3}` : `Élan & Fils ${who}`);
const STAGES = ['D POA Booked', 'C Proposal sent', 'B Legals'];
const COLUMNS = ['next_14_days', 'next_30_60_days', 'next_60_90_days', 'delayed'];
const SPELLINGS = [
  (name: string) => name,
  (name: string) => name.toUpperCase(),
  (name: string) => name.normalize('NFD'),
  (name: string) => name.replace(/\p{M}/gu, '').replaceAll('É', 'E').replaceAll('é', 'e'),
  (name: string) => ` ${name.replaceAll(' ', '\u00a0 ')}`,
];

const numbers = () => fc.array(fc.nat(1_000), { minLength: DEALS, maxLength: DEALS });
const anImport = (): fc.Arbitrary<Import> =>
  fc.record({
    order: numbers(),
    spelling: numbers(),
    stage: numbers(),
    link: numbers(),
    isByOtherSoftware: fc.boolean(),
  });

const FIRST = Array.from({ length: DEALS }, (_, who): Known => {
  const row = {
    client: clientOf(who),
    stage: STAGES[who % 3] ?? '',
    pipeline: 1_000 * (1 + who),
    owner: 'Zoé',
  };
  return {
    who,
    id: `first ${who}`,
    row: aDealWith({ ...row, hubspot_link: `https://crm.example/deal/${who}` }),
  };
});

/** The sheet after an import: three deals in ten moved on or back, a third of the links went. */
function imported(
  before: readonly Known[],
  { order, spelling, stage, link, isByOtherSoftware }: Import,
  nth: number,
): Known[] {
  const sorted = [...before].sort((left, right) => (order[left.who] ?? 0) - (order[right.who] ?? 0));
  const rows = sorted.map(({ who, row }) => ({
    ...row,
    client: SPELLINGS[(spelling[who] ?? 0) % SPELLINGS.length]?.(clientOf(who)) ?? '',
    stage: (stage[who] ?? 0) < 300 ? (STAGES[(stage[who] ?? 0) % 3] ?? '') : row.stage,
    hubspot_link: (link[who] ?? 0) < 333 ? null : `https://crm.example/deal/${who}`,
  }));
  const matches = matchDeals(
    before.map(({ row }) => row),
    rows,
  );
  return rows.map((row, at) => {
    const match = isByOtherSoftware ? null : matches[at];
    const id = match ? before[match.place]?.id : `view_${at}_${nth}`;
    return { who: sorted[at]?.who ?? -1, id: id ?? '', row };
  });
}

interface Whose extends BoardDeal {
  readonly who: number;
}

const boardDeals = (known: readonly Known[]): Whose[] =>
  known.map(({ who, id, row }) => {
    const { client, stage, show_noshow, owner } = row;
    return { who, id, view_id: 'v', client, stage, show_noshow, owner, value: dealValue(row) };
  });

/** A board as somebody sorts it: every deal in a column, in an order, some hidden, some with another probability. */
function sorted(numbersOf: readonly number[]): Board<Whose> {
  const start = applyBoard(null, boardDeals(FIRST), 'projections');
  return placedDeals(start).reduce((board, { key, deal: { who } }) => {
    const number = numbersOf[who] ?? 0;
    const keys = placedDeals(board).map((card) => card.key);
    const place = { column: COLUMNS[number % 4] ?? '', before: keys[number % keys.length] ?? null };
    const moved = chooseProbability(moveCard(board, key, place), key, PROBABILITIES[number % 3] ?? 50);
    return number % 7 === 0 ? hideCard(moved, key) : moved;
  }, start);
}

/** The board with a note at each place of whose it is: unknown keys go with what was placed. */
const withOwners = (board: Board<Whose>): Board<Whose> => ({
  ...board,
  columns: board.columns.map(({ id, entries }) => ({
    id,
    entries: entries.map((entry) =>
      entry.is === 'placed' ? { ...entry, extra: { who: entry.deal.who } } : entry,
    ),
  })),
});

/** Column, probability and hidden mark of each deal, by who it is; its place among the deals that were asked for. */
function opinions(board: Board<Whose>, isAsked: (who: number) => boolean) {
  return board.columns.map(({ id, entries }) => [
    id,
    entries.flatMap((entry) => {
      if (entry.is === 'apart') return [];
      const { deal, probability, hidden, isNew } = entry;
      return isAsked(deal.who) ? [[deal.who, probability, hidden, isNew]] : [];
    }),
  ]);
}

/** Who has a client to themselves: anybody would say that it is the same deal. */
const isAlone = (who: number) => who >= 8;

/** Deals of clients with several whose stage is as it was saved: told apart by what they are worth. */
const stageOf = (known: readonly Known[], who: number) => known.find((each) => each.who === who)?.row.stage;

interface Said {
  readonly probability: number | null;
  readonly hidden: boolean;
}

const sameOpinion = (one: Said, other: Said | undefined) =>
  one.probability === other?.probability && one.hidden === other.hidden;

describe('ten imports in a row', () => {
  const cases = fc.tuple(numbers(), fc.array(anImport(), { minLength: 10, maxLength: 10 }));

  it('lose no column, order, probability or hidden mark of a deal that anybody would recognise', () => {
    fc.assert(
      fc.property(cases, fc.boolean(), ([places, imports], isSavedEachTime) => {
        const first = sorted(places);
        const expected = opinions(first, isAlone);
        let saved = storedBoardOf(savedBoardOf(first));
        let known: readonly Known[] = FIRST;
        for (const [nth, each] of imports.entries()) {
          known = imported(known, each, nth);
          const board = applyBoard(readSavedBoard('projections', saved), boardDeals(known), 'projections');
          expect(opinions(board, isAlone)).toEqual(expected);
          expect(placedDeals(board)).toHaveLength(DEALS);
          if (isSavedEachTime) saved = storedBoardOf(savedBoardOf(board));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('tell deals of one client apart while their stages stay, and list those that are doubtful', () => {
    fc.assert(
      fc.property(cases, ([places, imports]) => {
        const first = sorted(places);
        const saved = savedBoardOf(first);
        const was = new Map(
          placedDeals(first).map(({ deal, probability, hidden }) => [deal.who, { probability, hidden }]),
        );
        let known: readonly Known[] = FIRST;
        for (const [nth, each] of imports.entries()) {
          known = imported(known, { ...each, isByOtherSoftware: true }, nth);
          const board = applyBoard(saved, boardDeals(known), 'projections');
          const doubtful = new Set(doubtfulEntries(board).map(({ key }) => key));
          const byClient = Map.groupBy(FIRST, ({ row }) => row.client);
          for (const { key, deal, probability, hidden, match } of placedDeals(board)) {
            const group = byClient.get(clientOf(deal.who)) ?? [];
            const isStill = group.every(({ who, row }) => stageOf(known, who) === row.stage);
            const isAsItWas = sameOpinion({ probability, hidden }, was.get(deal.who));
            if (isStill) expect(isAsItWas).toBe(true);
            // What is taken for another deal is never so without a word; what is new is marked.
            if (match !== null && !isAsItWas) expect(doubtful).toContain(key);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('never put a deal where somebody said that it is another one, and ask about no answer again', () => {
    fc.assert(
      fc.property(cases, ([places, imports]) => {
        const refused = new Set<unknown>();
        let saved = storedBoardOf(savedBoardOf(withOwners(sorted(places))));
        let known: readonly Known[] = FIRST;
        for (const [nth, each] of imports.entries()) {
          known = imported(known, { ...each, isByOtherSoftware: true }, nth);
          const deals = boardDeals(known);
          const board = applyBoard(readSavedBoard('projections', saved), deals, 'projections');
          for (const { extra } of placedDeals(board)) expect(refused).not.toContain(extra.who ?? 'nobody');
          const settled = doubtfulEntries(board).reduce((now, entry) => {
            if (entry.is === 'apart') return now;
            const { who = entry.deal.who } = entry.extra;
            if (who === entry.deal.who) return confirmMatch(now, entry.key);
            refused.add(who);
            return refuseMatch(now, entry.key);
          }, board);
          saved = storedBoardOf(savedBoardOf(settled));
          const again = applyBoard(readSavedBoard('projections', saved), deals, 'projections');
          expect(placedDeals(again).filter(({ match }) => isDoubtfulMatch(match))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
