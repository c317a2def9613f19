import { type Deal, type DealChange, type DealDifference, readableFields, shownValue } from '@app/domain';
import { type Collection, type Document, ObjectId } from 'mongodb';
import { type ExistingDeals, keyOf, originals } from './existing-deals.js';
import { shortText } from './run-report.js';
import { type Successors, movesOf, rewrittenPlaces } from './unseen-changes.js';
import { slices, writeBehind } from './write-behind.js';

/**
 * `record_changes`: one document a deal that a run adds, changes or removes. They are written before the publish, or
 * when the run begins to wait for a decision, and count only when their run is `published`. What a publish writes is
 * enough to rebuild the dataset before it from the one after it.
 */
interface RecordChange {
  run_id: string;
  revision: number;
  view_id: string;
  deal_id: string;
  /** `rewritten`: the deal is the same, and its document is not, as when other software wrote it. */
  kind: 'added' | 'changed' | 'removed' | 'rewritten';
  /** Place among the changes of its kind, from 0; missing where no list shows it. */
  at?: number;
  /** Of the deal as it is afterwards, or was before it was removed: what a list shows. */
  client?: string;
  stage?: string;
  value?: number | null;
  /** Of a changed deal, normalised; dates are `YYYY-MM-DD`. */
  fields?: { field: string; before: string | number | null; after: string | number | null }[];
  /** The whole document that was there before; missing where nothing is published yet. */
  record?: Document;
}

/** What all changes of a run have in common. */
export type ChangeFrame = Pick<RecordChange, 'run_id' | 'revision' | 'view_id'>;

/** What a run changes, and of what. */
interface Changing {
  readonly difference: DealDifference;
  readonly existing: ExistingDeals;
  /** The dataset that takes the place; null where nothing is published yet. */
  readonly successors: Successors | null;
}

type Kept = Omit<RecordChange, keyof ChangeFrame | 'record'>;

/** A change of a stored deal, and the place of that deal among those that exist. */
interface PlacedChange {
  /** How it changed; the deal that is removed; or the id of one whose document alone changes. */
  readonly what: DealChange | Deal | string;
  /** Place among the changes of its kind. */
  readonly at: number;
  readonly place: number;
}

const BATCH = 2000;

/** Writes what a run changes. */
export async function writeChanges(
  { changes, live }: { changes: Collection; live: Collection },
  frame: ChangeFrame,
  { difference, existing, successors }: Changing,
): Promise<void> {
  // A run that waited for a decision has written them already.
  await changes.deleteMany({ run_id: frame.run_id });
  const insert = (batch: Document[]): Promise<unknown> => changes.insertMany(batch);
  const placed = placedChanges(difference, existing);
  await writeBehind(addedBatches(), insert);
  if (!successors) return writeBehind(slices(placed, BATCH), (batch) => insert(framed(batch.map(keptOf))));
  const seen = new Set(placed.map(({ place }) => place));
  const rewritten = rewrittenPlaces(existing, successors, seen);
  await writeBehind(recordBatches([...placed, ...rewritten.map(asRewritten)]), insert);
  const moves = movesOf(existing, successors, new Set([...seen, ...rewritten]));
  await writeBehind(moves, (page) => insert(framed([{ kind: 'moved', moves: page }])));

  /** With the `_id` first, as the server stores it: it need not write the document anew. */
  function framed(batch: readonly object[]): Document[] {
    return batch.map((each) => ({ _id: new ObjectId(), ...frame, ...each }));
  }

  /** A batch at a time: a first import adds every deal. */
  function* addedBatches(): Generator<Document[]> {
    let start = 0;
    for (const batch of slices(difference.added, BATCH)) {
      const first = start;
      yield framed(batch.map((deal, at) => added(deal, first + at)));
      start += batch.length;
    }
  }

  function asRewritten(place: number): PlacedChange {
    return { what: existing.deals[place]?.id ?? '', at: 0, place };
  }

  function* recordBatches(whole: readonly PlacedChange[]): Generator<Promise<Document[]>> {
    for (const batch of slices(whole, BATCH)) yield withRecords(batch);
  }

  async function withRecords(batch: readonly PlacedChange[]): Promise<Document[]> {
    const ids = batch.map(({ place }) => existing.ids.at(place));
    const documents = await originals(live, ids);
    return framed(
      batch.map((change, at) => ({ ...keptOf(change), record: documents.get(keyOf(ids[at])) ?? null })),
    );
  }
}

/** Of two deals with one id the later one counts, and the earlier one is removed: see the domain's difference. */
function placedChanges({ changed, removed }: DealDifference, { deals }: ExistingDeals): PlacedChange[] {
  const byDeal = new Map(deals.map((deal, place) => [deal, place]));
  const placeOf = (deal: Deal): number => byDeal.get(deal) ?? -1;
  return [
    ...changed.map((change, at) => ({ place: placeOf(change.before), at, what: change })),
    ...removed.map((deal, at) => ({ place: placeOf(deal), at, what: deal })),
  ];
}

/* Made when it is written: there may be as many as there are deals. */
const keptOf = ({ what, at }: PlacedChange): Kept => {
  if (typeof what === 'string') return { kind: 'rewritten', deal_id: what };
  return 'before' in what ? changeOf(what, at) : gone(what, at);
};

const added = (deal: Deal, at: number): Kept => ({ kind: 'added', at, ...shownOf(deal) });

const gone = (deal: Deal, at: number): Kept => ({ kind: 'removed', at, ...shownOf(deal) });

const shownOf = (deal: Deal) => ({
  deal_id: deal.id,
  client: shortText(deal.client),
  stage: shortText(deal.stage),
  value: shownValue(deal),
});

const changeOf = (change: DealChange, at: number): Kept => ({
  kind: 'changed',
  at,
  ...shownOf(change.after),
  fields: readableFields(change),
});
