import { mongo } from 'mongoose';
import type { StoredView } from '../views/stored-view.js';
import { stateOf } from './dataset-state.js';
import type { MetadataDocument, Publishing } from './metadata-document.js';
import { metadataOf } from './view-metadata.js';

const organic = { id: 'view-organic-1', name: 'Organic', collection: 'sales_records' } as StoredView;
const signal = { id: 'view-signal-1', name: 'Signal', collection: 'sales_records_signal' } as StoredView;

const described = (document: Partial<MetadataDocument>): MetadataDocument => ({
  _id: new mongo.ObjectId(),
  type: 'last_update',
  ...document,
});

const publishing: Publishing = {
  revision: 5,
  run_id: 'run',
  staging: 'sales_records__staging_run',
  staging_uuid: 'new',
  records_count: 7,
  last_update: new Date('2026-11-22'),
  source_type: 'csv',
  source_url: null,
  sample: false,
};

describe('metadataOf', () => {
  it.each([
    ['the id of the view', { view_id: 'view-organic-1' }],
    ['its name in lower case', { view_id: 'organic' }],
    ['its collection', { collection: 'sales_records' }],
    ['nothing: it describes the first collection there was', {}],
  ])('finds the document that names %s', (_, named) => {
    const all = [described({ ...named, records_count: 3 })];
    expect(metadataOf(organic, all).recordsCount).toBe(3);
    expect(metadataOf(signal, all).recordsCount).toBe(0);
  });

  it('believes the document updated last, whether dates are dates or text', () => {
    const older = described({ view_id: 'organic', records_count: 3, last_update: new Date('2026-01-01') });
    const newer = described({
      view_id: 'view-organic-1',
      records_count: 4,
      last_update: '2026-02-01T00:00:00Z',
    });
    expect(metadataOf(organic, [older, newer]).recordsCount).toBe(4);
    expect(metadataOf(organic, [newer, older]).recordsCount).toBe(4);
  });

  it('never goes back to an earlier revision because other software wrote later', () => {
    const ours = described({
      view_id: 'view-organic-1',
      revision: 4,
      last_update: new Date('2026-01-01'),
      publishing,
    });
    const theirs = described({ view_id: 'organic', records_count: 9, last_update: new Date('2026-02-01') });
    const found = metadataOf(organic, [ours, theirs]);
    expect([found.revision, found.recordsCount, found.publishing]).toEqual([4, 9, publishing]);
  });
});

describe('stateOf', () => {
  const live = { name: 'sales_records_organic', uuid: 'old', count: 3 };
  const metadata = metadataOf(organic, [
    described({ view_id: 'organic', revision: 4, last_update: new Date('2026-11-01'), publishing }),
  ]);

  it('counts a publish as done from the rename on, not before', () => {
    expect(stateOf(organic, metadata, live).revision).toBe(4);
    expect(stateOf(organic, metadata, { ...live, uuid: 'new', count: 7 })).toMatchObject({
      revision: 5,
      lastUpdate: new Date('2026-11-22'),
    });
  });

  it('does not change when the metadata catches up', () => {
    const finished = metadataOf(organic, [
      described({ view_id: 'organic', revision: 5, last_update: publishing.last_update, source_type: 'csv' }),
    ]);
    const renewed = { ...live, uuid: 'new', count: 7 };
    const { fingerprint } = stateOf(organic, metadata, renewed);
    expect(stateOf(organic, finished, renewed).fingerprint).toBe(fingerprint);
  });

  it('shows what other software rewrote: another collection, another count, another time', () => {
    const first = stateOf(organic, metadata, live).fingerprint;
    expect(stateOf(organic, metadata, { ...live, count: 4 }).fingerprint).not.toBe(first);
    expect(stateOf(organic, metadata, { ...live, uuid: 'other' }).fingerprint).not.toBe(first);
    const later = { ...metadata, lastUpdate: new Date('2026-11-23') };
    expect(stateOf(organic, later, live).fingerprint).not.toBe(first);
  });
});
