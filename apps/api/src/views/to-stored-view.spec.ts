import { NO_READING } from './view-reading.js';
import { toStoredViews as toStoredViewsOf } from './to-stored-view.js';

const toStoredViews = (documents: Parameters<typeof toStoredViewsOf>[0]) =>
  toStoredViewsOf(documents, 'sales_analytics');
const view = (name: string, more: object = {}) => ({ id: `view-${name}`, name, ...more });

describe('toStoredViews', () => {
  it('reads a view with nothing but its name', () => {
    expect(toStoredViews([view('Signal')])[0]).toEqual({
      id: 'view-Signal',
      name: 'Signal',
      isMaster: false,
      isDefault: false,
      sheetUrl: null,
      sheetName: null,
      dedupe: 'client_stage',
      reading: NO_READING,
      assignedUser: null,
      aggregatesFrom: [],
      targets: {},
      targetsRevision: 0,
      sampleTargets: null,
      collection: 'sales_records_signal',
      moving: null,
      createdAt: null,
    });
  });

  it.each([
    ['flagged', 'Group', { is_master: true }, true],
    ['flagged master and default at once', 'Organic', { is_master: true, is_default: true }, false],
    ['the same, but named Master', 'Master', { is_master: true, is_default: true }, true],
    [
      'the same, but naming what it adds up',
      'Group',
      { is_master: true, is_default: true, aggregates_from: ['x'] },
      true,
    ],
    ['named Master without the flag', 'Master', {}, true],
    ['named Master and flagged no master', 'Master', { is_master: false }, false],
  ])('master: %s', (_, name, flags, expected) => {
    expect(toStoredViews([view(name, flags)])[0]?.isMaster).toBe(expected);
  });

  it('lets the newest of two with one id or one name count, and answers the oldest first', () => {
    const views = toStoredViews([
      view('Signal', { created_at: new Date('2026-01-01'), sheet_name: 'old' }),
      view('Signal', { id: 'view-2', created_at: new Date('2026-03-01'), sheet_name: 'new' }),
      view('Market', { created_at: '2026-02-01T00:00:00Z' }),
      view('Renamed', { id: 'view-2', created_at: new Date('2025-01-01') }),
    ]);
    expect(views.map(({ name, sheetName }) => [name, sheetName])).toEqual([
      ['Market', null],
      ['Signal', 'new'],
    ]);
  });

  it('reads what people said of its sheets, and leaves out what it does not understand', () => {
    const said = {
      reading: { encoding: 'macroman', separator: '|', date_order: 'month_first', theirs: 1 },
      column_mapping: { account: 'client', region: null, size: 'employees' },
    };
    expect(toStoredViews([view('Signal', said)])[0]?.reading).toEqual({
      ...NO_READING,
      encoding: 'macroman',
      dateOrder: 'month_first',
      columns: { account: 'client', region: null },
    });
  });

  it('leaves out what has no id or no name, and bad values', () => {
    expect(toStoredViews([{ name: 'No id' }, { id: 'no-name' }])).toEqual([]);
    const [odd] = toStoredViews([view('Odd', { dedupe: 'by_mood', targets: 'none', sheet_url: 7 })] as never);
    expect(odd).toMatchObject({ dedupe: 'client_stage', targets: {}, sheetUrl: null });
  });
});
