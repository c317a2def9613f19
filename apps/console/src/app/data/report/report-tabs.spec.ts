import { heldRun, report } from '../../testing/answers';
import { firstTab, tabsOf } from './report-tabs';

const waiting = { status: 'preview' } as const;
const changes = (removed: number, changed: number, added: number) => report({ removed, changed, added });

it.each([
  ['what is lost', changes(2, 3, 4), 'removed'],
  ['what is changed', changes(0, 3, 4), 'changed'],
  ['what is new', changes(0, 0, 4), 'added'],
  ['the findings where nothing changes', changes(0, 0, 0), 'findings'],
  [
    'columns that look like known ones',
    report({ proposals: [{ header: 'Etape', field: 'stage' }] }),
    'reading',
  ],
])('opens before a decision %s', (_, waits, tab) => {
  expect(firstTab(waiting, waits)).toBe(tab);
});

it('opens the columns where one is missing', () => {
  const held = heldRun().report?.held;
  const reason = held?.reasons[0];
  if (!held || !reason) throw new Error('A held run has reasons.');
  const lost = { ...held, reasons: [{ ...reason, code: 'column_lost' as const }] };
  expect(firstTab({ status: 'held' }, report({ held: lost }))).toBe('reading');
  expect(firstTab({ status: 'held' }, report({ held }))).toBe('removed');
});

it('opens the findings after the decision', () => {
  expect(firstTab({ status: 'published' }, changes(2, 3, 4))).toBe('findings');
});

it('has no lists of a sheet of which no row was read', () => {
  const published = { rollback: null, status: 'published' } as const;
  expect(tabsOf(published, report({ rows_read: 0 }))).toEqual([{ id: 'reading', count: null }]);
  expect(tabsOf(published, changes(2, 3, 4)).map(({ count }) => count)).toEqual([2, 3, 4, 1, 16, null]);
});

it('has no changes of one that failed: it was compared with nothing', () => {
  const failed = { rollback: null, status: 'failed' } as const;
  expect(tabsOf(failed, changes(0, 0, 0)).map(({ id }) => id)).toEqual(['findings', 'duplicates', 'reading']);
});

it('has doubtful matches where there are some', () => {
  const ids = (doubtful_matches_count: number) =>
    tabsOf({ rollback: null, status: 'held' }, report({ doubtful_matches_count })).map(({ id }) => id);
  expect(ids(0)).not.toContain('doubtful');
  expect(ids(2)).toContain('doubtful');
});

it('has changes alone of going back', () => {
  const back = { rollback: { run: 'run-1', revision: 56 }, status: 'preview' } as const;
  expect(tabsOf(back, report({ rows_read: 0, removed: 2 })).map(({ id }) => id)).toEqual([
    'removed',
    'changed',
    'added',
  ]);
});
