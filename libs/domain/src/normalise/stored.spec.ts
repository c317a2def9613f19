import fc from 'fast-check';
import { Decimal128, Double, Int32, Long, ObjectId } from 'bson';
import { day, toDate } from '../period/day.js';
import { normaliseStored, toStored } from './stored.js';
import { DEAL_TYPES, RELEVANCES, SHOW_NOSHOW, SOURCES, STAGES } from './vocabularies.js';

const CREATED = new Date('2026-11-22T10:00:00Z');

describe('normaliseStored', () => {
  it('reads a document of another application', () => {
    const document = {
      _id: new ObjectId('65f0c0ffee0000000000beef'),
      id: 'organic_12_1704067200',
      month: '2025-01',
      discovery_date: '2025-01-10T00:00:00.000Z',
      client: ' AcmÃ© Corp ',
      stage: 'closed won',
      relevance: 'Maybe',
      show_noshow: 'No Show',
      poa_date: new Date('2025-02-03T23:30:00Z'),
      expected_mrr: new Int32(5000),
      expected_arr: '60000.50',
      pipeline: 0,
      type_of_deal: 'up sell',
      bdr: 'None',
      type_of_source: 'n/a',
      owner: 'RÃ©mi',
      unknown_key: 'kept where it is',
    };
    expect(normaliseStored(document)).toEqual({
      id: 'organic_12_1704067200',
      month: '2025-01',
      discovery_date: day('2025-01-10'),
      client: 'Acmé Corp',
      hubspot_link: null,
      stage: 'A Closed',
      relevance: 'Question mark',
      show_noshow: 'Noshow',
      poa_date: day('2025-02-03'),
      expected_mrr: 5000,
      expected_arr: 60000.5,
      pipeline: 0,
      type_of_deal: 'Upsell',
      bdr: null,
      type_of_source: 'None/Non-assigned',
      product: null,
      owner: 'Rémi',
      supporters: null,
      billing_start: null,
    });
  });

  it('makes an empty deal of an empty document', () => {
    const deal = normaliseStored({ _id: new ObjectId('65f0c0ffee0000000000beef') });
    expect(deal).toMatchObject({
      id: '65f0c0ffee0000000000beef',
      client: '',
      stage: '',
      owner: null,
      pipeline: null,
    });
    expect(deal.discovery_date).toBeNull();
  });

  it.each([
    [1.005, 1.01],
    ['1.005', 1005], // as in a sheet: one separator before three digits groups thousands
    [' 90000.50 ', 90000.5],
    ['1 000,50 €', 1000.5],
    [new Double(12.344), 12.34],
    [Long.fromNumber(5_000_000_000), 5_000_000_000],
    [Decimal128.fromString('12.345'), 12.35],
    [7n, 7],
    [1e12, null],
    [Number.NaN, null],
    ['soon', null],
    ['', null],
    [true, null],
    [[5], null],
    [new Date(5), null],
    [undefined, null],
  ])('an amount stored as %j is %j', (pipeline, amount) => {
    expect(normaliseStored({ pipeline }).pipeline).toBe(amount);
  });

  it.each([
    [new Date('2026-03-01T00:00:00Z'), '2026-03-01'],
    ['2026-03-01', '2026-03-01'],
    ['2026-03-01T23:59:59+02:00', '2026-03-01'],
    [new Date(Number.NaN), null],
    [new Date(8.64e15), null],
    ['soon', null],
    [20_000, null],
    [{}, null],
  ])('a date stored as %j is %j', (billing_start, text) => {
    expect(normaliseStored({ billing_start }).billing_start).toBe(text === null ? null : day(text));
  });

  it('takes numbers for text, and nothing from what is no single value', () => {
    expect(normaliseStored({ client: 42, owner: ['Tom'], month: toDate(day('2026-03-01')) })).toMatchObject({
      client: '42',
      owner: null,
      month: '2026-03',
    });
  });

  it('leaves the document as it is', () => {
    const document = Object.freeze({ client: ' Acme ', stage: 'won' });
    normaliseStored(document);
    expect(document).toEqual({ client: ' Acme ', stage: 'won' });
  });

  it('normalising twice changes nothing', () => {
    fc.assert(
      fc.property(anyDocument(), (document) => {
        const once = normaliseStored(document);
        expect(normaliseStored({ ...once, ...asStoredDates(once) })).toEqual(once);
        expect(normaliseStored({ ...toStored(once, CREATED) })).toEqual(once);
      }),
    );
  });
});

describe('toStored', () => {
  it('stores dates at 00:00 UTC and the instant of its making', () => {
    const deal = normaliseStored({
      id: 'a',
      client: 'Acme',
      stage: 'won',
      poa_date: '2026-03-01',
      pipeline: 10,
    });
    const stored = toStored(deal, CREATED);
    expect(stored).toMatchObject({ id: 'a', client: 'Acme', stage: 'A Closed', pipeline: 10, owner: null });
    expect(stored.poa_date).toEqual(new Date('2026-03-01T00:00:00Z'));
    expect(stored.created_at).toBe(CREATED);
    expect(Object.keys(stored)).toHaveLength(20);
  });
});

const asStoredDates = (deal: ReturnType<typeof normaliseStored>) => {
  const { discovery_date, poa_date, billing_start } = toStored(deal, CREATED);
  return { discovery_date, poa_date, billing_start };
};

function anyDocument() {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom('Ã', '©', '\u00a0', '\u0301', 'n', 'o', 'e', '-', ' ', "'", '=') }),
    fc.constantFrom('none', 'N/A', '-', null, undefined),
  );
  const known = (values: readonly string[]) => fc.oneof(fc.constantFrom(...values), text);
  const date = fc.oneof(fc.date(), fc.constantFrom('2026-03-01', '3/4/2026', 'soon', null), text);
  const amount = fc.oneof(
    fc.double(),
    fc.integer(),
    fc.constantFrom('1,000', '12k', '(5)', '5%', null),
    text,
  );
  return fc.record({
    id: text,
    month: text,
    discovery_date: date,
    client: text,
    hubspot_link: text,
    stage: known(STAGES.values),
    relevance: known(RELEVANCES.values),
    show_noshow: known(SHOW_NOSHOW.values),
    poa_date: date,
    expected_mrr: amount,
    expected_arr: amount,
    pipeline: amount,
    type_of_deal: known(DEAL_TYPES.values),
    bdr: text,
    type_of_source: known(SOURCES.values),
    product: text,
    owner: text,
    supporters: text,
    billing_start: date,
  });
}
