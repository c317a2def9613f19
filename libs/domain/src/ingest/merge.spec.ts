import fc from 'fast-check';
import type { Deal, DealRow } from '../deal/deal.js';
import { DEAL_FIELDS, type DealField } from '../deal/sheet-columns.js';
import { aDealWith, someDeals } from '../testing/deals.js';
import { stayingRows } from './dedupe.js';
import { changedFields, diffDeals } from './diff.js';
import type { MatchKind } from './identity.js';
import { mergeDeals } from './merge.js';
import { pairDeals } from './pair-deals.js';
import type { DedupeRule, SheetRow } from './sheet.js';

const ALL: readonly MatchKind[] = ['link', 'client_stage', 'client'];
const LINKS: readonly MatchKind[] = ['link'];

/** A sheet has nothing in the columns that it lacks. */
const sheetOf = (rows: readonly DealRow[], columns: readonly DealField[], rule: DedupeRule): SheetRow[] => {
  const read = rows.map((row, at): SheetRow => ({
    ...aDealWith({ client: row.client }),
    ...Object.fromEntries(columns.map((field) => [field, row[field]])),
    row: at + 2,
  }));
  const staying = stayingRows(read, rule);
  return read.filter((_, at) => staying[at] === at);
};

function merge(
  existing: readonly Deal[],
  rows: readonly SheetRow[],
  columns: readonly DealField[],
  kinds = ALL,
) {
  const paired = pairDeals(existing, rows, ({ row }) => `new-${row}`, kinds);
  const merged = mergeDeals(existing, paired, columns);
  return { ...merged, after: merged.deals.map(({ deal }) => deal) };
}

const ACME: Deal = {
  ...aDealWith({ client: 'Acme', stage: 'F Inbox', pipeline: 10, owner: 'Rémi' }),
  id: 'acme',
};
const BETA: Deal = { ...aDealWith({ client: 'Beta', stage: 'Lost' }), id: 'beta' };

describe('merging a sheet', () => {
  it('replaces the fields whose columns it has, adds the rest, and removes nothing', () => {
    const columns: DealField[] = ['client', 'stage', 'pipeline'];
    const rows = sheetOf(
      [
        aDealWith({ client: 'New', stage: 'B Legals', pipeline: 7 }),
        aDealWith({ client: 'Acme', stage: 'D POA Booked', pipeline: 20 }),
      ],
      columns,
      'client_stage',
    );
    const { deals, difference } = merge([ACME, BETA], rows, columns);
    expect(
      deals.map(({ deal, continues }) => [deal.id, deal.stage, deal.pipeline, deal.owner, continues]),
    ).toEqual([
      ['acme', 'D POA Booked', 20, 'Rémi', 0],
      ['beta', 'Lost', null, null, 1],
      ['new-2', 'B Legals', 7, null, null],
    ]);
    expect(deals[1]?.deal).toBe(BETA);
    expect(difference.added.map(({ id }) => id)).toEqual(['new-2']);
    expect(difference.removed).toEqual([]);
    expect(difference.changed).toEqual([{ before: ACME, after: deals[0]?.deal }]);
    expect(difference.changed.map(changedFields)).toEqual([
      [
        { field: 'stage', before: 'F Inbox', after: 'D POA Booked' },
        { field: 'pipeline', before: 10, after: 20 },
      ],
    ]);
  });

  it('takes an empty cell for what is to be emptied', () => {
    const columns: DealField[] = ['client', 'stage', 'pipeline'];
    const rows = sheetOf([aDealWith({ client: 'Acme', stage: 'F Inbox' })], columns, 'client_stage');
    expect(merge([ACME], rows, columns).after).toEqual([{ ...ACME, pipeline: null }]);
  });

  it('does not take deals for one that the merge made alike', () => {
    const twin: Deal = { ...ACME, id: 'twin', stage: 'Lost', hubspot_link: 'https://x/1' };
    const columns: DealField[] = ['client', 'stage', 'hubspot_link'];
    const rows = sheetOf(
      [aDealWith({ client: 'Acme', stage: 'F Inbox', hubspot_link: 'https://x/1' })],
      columns,
      'client_stage',
    );
    expect(merge([ACME, twin], rows, columns).after.map(({ stage }) => stage)).toEqual([
      'F Inbox',
      'F Inbox',
    ]);
  });

  it('recognises by link alone where it is told to', () => {
    const columns: DealField[] = ['client', 'stage'];
    const rows = sheetOf([aDealWith({ client: 'Acme', stage: 'F Inbox' })], columns, 'link');
    expect(merge([ACME], rows, columns, LINKS).after.map(({ id }) => id)).toEqual(['acme', 'new-2']);
  });
});

const someColumns = () =>
  fc
    .subarray(DEAL_FIELDS.filter((field) => field !== 'client'))
    .map((fields): DealField[] => ['client', ...fields]);
const aLink = () => fc.option(fc.constantFrom('1001', '1002', '1003', '1004'));
const linked = (rows: readonly DealRow[], links: readonly (string | null)[]) =>
  rows.map((row, at): DealRow => ({ ...row, hubspot_link: links[at] ?? null }));
const someLinked = () =>
  fc.tuple(someDeals(25), fc.array(aLink(), { maxLength: 25 })).map(([rows, links]) => linked(rows, links));
const someExisting = () =>
  someLinked().map((rows) => rows.map((row, at): Deal => ({ ...row, id: `deal-${at}` })));

describe('merging a sheet again', () => {
  it('changes nothing', () => {
    fc.assert(
      fc.property(someExisting(), someLinked(), someColumns(), (existing, rows, columns) => {
        const sheet = sheetOf(rows, columns, 'client_stage');
        const once = merge(existing, sheet, columns);
        const twice = merge(once.after, sheet, columns);
        expect(twice.difference).toEqual({ added: [], changed: [], removed: [] });
        expect(twice.after).toEqual(once.after);
      }),
      { numRuns: 500 },
    );
  });

  it('changes nothing by link either, as far as rows have links that are used once', () => {
    fc.assert(
      fc.property(someExisting(), someLinked(), someColumns(), (existing, rows, columns) => {
        const usable = existing.filter(
          ({ hubspot_link: link }) => existing.filter((deal) => deal.hubspot_link === link).length === 1,
        );
        const withLink: DealField[] = [...new Set<DealField>([...columns, 'hubspot_link'])];
        const sheet = sheetOf(rows, withLink, 'link').filter(({ hubspot_link }) => hubspot_link !== null);
        const once = merge(usable, sheet, withLink, LINKS);
        expect(merge(once.after, sheet, withLink, LINKS).after).toEqual(once.after);
      }),
    );
  });
});

it('removes no deal, keeps every id once, and tells every change', () => {
  fc.assert(
    fc.property(someExisting(), someLinked(), someColumns(), (existing, rows, columns) => {
      const { after, difference } = merge(existing, sheetOf(rows, columns, 'client_stage'), columns);
      expect(after.slice(0, existing.length).map(({ id }) => id)).toEqual(existing.map(({ id }) => id));
      expect(new Set(after.map(({ id }) => id)).size).toBe(after.length);
      expect(difference).toEqual(diffDeals(existing, after));
      for (const change of difference.changed)
        expect(changedFields(change).every(({ field }) => columns.includes(field))).toBe(true);
    }),
  );
});
