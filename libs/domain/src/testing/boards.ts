import fc from 'fast-check';
import { type BoardKind, columnsOfBoard } from '../board/board-columns.js';
import type { BoardDeal } from '../board/board-deal.js';
import type { SavedBoard, SavedDeal } from '../board/saved-board.js';
import { STAGES } from '../normalise/vocabularies.js';

/** A deal of a board with nothing special but what is named. */
export function aBoardDeal(fields: Partial<BoardDeal>): BoardDeal {
  const nothing = { id: 'a', view_id: 'v', client: 'Acme', stage: 'B Legals', show_noshow: null };
  return { ...nothing, owner: 'Zoé', value: 100, ...fields };
}

/** Few ids and clients, so that saves and data meet, and both have duplicates. */
const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const anId = () => fc.constantFrom(...IDS, '');
const aClient = () => fc.constantFrom('Acme', 'ACME ', 'Acmé', 'Globex', 'Initech', 'Hooli', '');
const aStage = () => fc.constantFrom(...STAGES.values, 'B Legals', 'Legal', 'POA booked', 'Some stage', '');
const aValue = () => fc.option(fc.integer({ min: -500_00, max: 500_000_00 }).map((cents) => cents / 100));

/** The deals of one view, or of two. */
export const someBoardDeals = (maxLength = 30): fc.Arbitrary<BoardDeal[]> =>
  fc.array(
    fc.record({
      id: fc.constantFrom(...IDS),
      view_id: fc.constantFrom('v', 'v', 'v', 'w'),
      client: aClient(),
      stage: aStage(),
      show_noshow: fc.constantFrom('Show', 'Noshow', null),
      owner: fc.constantFrom('Zoé', 'zoe', 'Rémi', null),
      value: aValue(),
    }),
    { maxLength },
  );

const garbage = () => fc.oneof(fc.anything({ maxDepth: 2 }), fc.constantFrom(null, 7, true, [], {}, 'x'));

const anEntry = () =>
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record(
        {
          id: anId(),
          view_id: fc.constantFrom('v', 'w'),
          client: aClient(),
          pipeline: fc.oneof(aValue(), garbage()),
          probability: fc.oneof(fc.constantFrom(50, 75, 90, '90', 60), garbage()),
          owner: fc.oneof(fc.constantFrom('Zoé', 'n/a'), garbage()),
          stage: aStage(),
          hidden: fc.oneof(fc.boolean(), garbage()),
          deleted: fc.boolean(),
          order: fc.oneof(fc.nat(9), garbage()),
          note: garbage(),
        },
        { requiredKeys: ['id'] },
      ),
    },
    { weight: 1, arbitrary: anId() },
    { weight: 1, arbitrary: garbage() },
  );

/** Stored preferences of a board: of the contract, of older software, or whatever else may stand there. */
export function somePreferences(kind: BoardKind): fc.Arbitrary<unknown> {
  const names = [...columnsOfBoard(kind).map(({ id }) => id), 'next14', 'next30', 'next60', 'other_column'];
  const entries = fc.array(anEntry(), { maxLength: 8 });
  const columns = Object.fromEntries(
    names.map((name) => [
      name,
      fc.oneof({ weight: 6, arbitrary: entries }, { weight: 1, arbitrary: garbage() }),
    ]),
  );
  const older = fc.record({
    deal_stages: fc.oneof(fc.dictionary(anId(), aStage()), garbage()),
    deal_order: fc.oneof(fc.array(anId()), fc.dictionary(aStage(), fc.array(anId())), garbage()),
    hidden_deals: fc.oneof(fc.array(anId()), fc.dictionary(anId(), fc.boolean())),
  });
  return fc.oneof(
    { weight: 8, arbitrary: fc.record(columns, { requiredKeys: [] }) },
    { weight: kind === 'pipeline' ? 2 : 0, arbitrary: older },
    { weight: 1, arbitrary: garbage() },
  );
}

/** The board without entries that have the id of an earlier one. */
export function eachOnce(board: SavedBoard): SavedBoard {
  const ids = new Set<string>();
  const isFirst = ({ id }: SavedDeal) => id === '' || (!ids.has(id) && ids.add(id).size > 0);
  return { ...board, columns: board.columns.map(({ id, deals }) => ({ id, deals: deals.filter(isFirst) })) };
}
