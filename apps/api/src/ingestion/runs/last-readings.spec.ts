import { lastReadings, type PublishedReading } from './last-readings.js';

const run = (id: string, more: Partial<PublishedReading> = {}): PublishedReading => ({
  id,
  revision: 1,
  mode: 'replace',
  rollback: null,
  source: { type: 'csv', name: 'sheet.csv', url: null, size: 1 },
  report: null,
  ...more,
});
const whole = run('whole', {
  report: {
    date_orders: { discovery_date: 'month_first' },
    unordered_dates: ['discovery_date'],
    amount_separators: { pipeline: { point: 'decimals', comma: null } },
    missing_columns: ['owner'],
  },
});
const merged = run('merged', {
  mode: 'merge',
  report: { date_orders: {}, amount_separators: {}, missing_columns: ['owner', 'discovery_date'] },
});
const narrow = run('narrow', {
  report: { date_orders: {}, amount_separators: {}, missing_columns: ['discovery_date', 'stage'] },
});

describe('how the columns of a view were read last', () => {
  it('is nothing that anybody knows before a first import, and after the sample', () => {
    expect(lastReadings([], 'whole')).toBeNull();
    const sample = run('sample', { source: { type: 'sample', name: 'sample', url: null, size: 1 } });
    expect(lastReadings([sample, whole], 'sample')).toBeNull();
  });

  it('stays known through a sheet that has no such column', () => {
    expect(lastReadings([merged, whole], 'merged')).toEqual(whole.report);
    expect(lastReadings([narrow, whole], 'narrow')).toMatchObject({
      date_orders: { discovery_date: 'month_first' },
      missing_columns: ['discovery_date', 'stage'],
    });
  });

  it('is what the newest sheet with the column says', () => {
    const turned = run('turned', {
      report: { date_orders: { discovery_date: 'day_first' }, unordered_dates: [] },
    });
    expect(lastReadings([turned, merged, whole], 'turned')?.date_orders).toEqual({
      discovery_date: 'day_first',
    });
  });

  it('keeps what a separator means while amounts have none', () => {
    const plain = run('plain', { report: { amount_separators: { pipeline: { point: null, comma: null } } } });
    expect(lastReadings([plain, whole], 'plain')?.amount_separators).toEqual(whole.report?.amount_separators);
  });

  it('goes back with the data', () => {
    const back = run('back', { rollback: { run: 'merged', revision: 2 }, report: {} });
    expect(lastReadings([back, narrow, merged, whole], 'back')).toEqual(whole.report);
  });
});
