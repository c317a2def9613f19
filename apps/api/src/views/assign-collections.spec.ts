import fc from 'fast-check';
import { assignCollections, type CollectionOwner } from './assign-collections.js';

const owner = (name: string, given: Partial<CollectionOwner> = {}): CollectionOwner => ({
  id: name,
  name,
  isMaster: false,
  collection: null,
  ...given,
});

const assigned = (...owners: CollectionOwner[]) =>
  Object.fromEntries(assignCollections(owners, 'sales_analytics'));

describe('assignCollections', () => {
  it('gives the views of the contract their collections and a master none', () => {
    expect(
      assigned(
        owner('Organic'),
        owner('Signal'),
        owner('Full Funnel'),
        owner('Market'),
        owner('Master', { isMaster: true }),
      ),
    ).toEqual({
      Organic: 'sales_records',
      Signal: 'sales_records_signal',
      'Full Funnel': 'sales_records_fullfunnel',
      Market: 'sales_records_market',
    });
  });

  it('folds other names: accents, blanks and signs go', () => {
    expect(assigned(owner('Équipe n° 3'))).toEqual({ 'Équipe n° 3': 'sales_records_equipen3' });
  });

  it('gives a number to a name that is taken, even when its owner is missing', () => {
    expect(assigned(owner('full-funnel'), owner('FULL FUNNEL'))).toEqual({
      'full-funnel': 'sales_records_fullfunnel2',
      'FULL FUNNEL': 'sales_records_fullfunnel3',
    });
  });

  it('keeps what was settled, unless somebody else has it', () => {
    expect(
      assigned(
        owner('Acme', { collection: 'sales_records_market' }),
        owner('acme', { collection: 'sales_records_acme2' }),
        owner('ACME', { collection: 'users' }),
      ),
    ).toEqual({ Acme: 'sales_records_acme', acme: 'sales_records_acme2', ACME: 'sales_records_acme3' });
  });

  it('leaves room for a staging collection and its indexes, however long the name is', () => {
    const long = 'A very long name of a view '.repeat(12);
    const collections = [...assignCollections([owner(long), owner(`${long}too`)], 'd'.repeat(63)).values()];
    expect(new Set(collections).size).toBe(2);
    for (const collection of collections) expect(collection.length).toBeLessThanOrEqual(120);
  });

  it('keeps a longer name that was settled, as long as the database can hold it', () => {
    const settled = `sales_records_${'x'.repeat(225)}`;
    expect(assigned(owner('Acme', { collection: settled }))).toEqual({ Acme: settled });
    expect(assigned(owner('Acme', { collection: `${settled}x` }))).toEqual({ Acme: 'sales_records_acme' });
  });

  it('never gives one collection to two views', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'A', 'é', '2', ' ', '-'), maxLength: 4 });
    const owners = fc.uniqueArray(fc.tuple(name, fc.option(name)), { selector: ([id]) => id });
    fc.assert(
      fc.property(owners, (list) => {
        const views = list.map(([id, settled]) =>
          owner(id, { collection: settled === null ? null : `sales_records_${settled}` }),
        );
        const collections = [...assignCollections(views, 'sales_analytics').values()];
        expect(collections).toHaveLength(views.length);
        expect(new Set(collections).size).toBe(views.length);
      }),
    );
  });
});
