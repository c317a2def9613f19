import { normaliseStored } from '@app/domain';
import { DatasetDigest, type DigestedRecord } from './dataset-digest.js';

const record = (id: string, more: Partial<DigestedRecord> = {}): DigestedRecord => ({
  deal: normaliseStored({ id, client: 'Acme', pipeline: 5 }),
  position: 1,
  createdAt: new Date(0),
  ...more,
});
const digestOf = (...records: DigestedRecord[]): string => {
  const digest = new DatasetDigest();
  for (const each of records) digest.add(each);
  return String(digest);
};

describe('the digest of a dataset', () => {
  it('is the same in whatever order its records are told', () => {
    expect(digestOf(record('1'), record('2'))).toBe(digestOf(record('2'), record('1')));
  });

  it.each([
    ['another value', record('1', { deal: normaliseStored({ id: '1', client: 'Acme', pipeline: 6 }) })],
    ['another id', record('2')],
    ['another place', record('1', { position: 2 })],
    ['another instant', record('1', { createdAt: new Date(1) })],
  ])('is another one for %s', (_, other) => {
    expect(digestOf(other)).not.toBe(digestOf(record('1')));
  });

  it('counts a record that is there twice', () => {
    expect(digestOf(record('1'), record('1'))).not.toBe(digestOf(record('1')));
  });

  it('takes a number of the database for the number that it is', () => {
    const typed = { _bsontype: 'Double', value: 1, toString: () => '1' };
    expect(digestOf(record('1', { position: typed }))).toBe(digestOf(record('1')));
  });
});
