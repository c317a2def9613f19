import { day, period } from '@app/domain/period';
import { type Edits, changesOf, withChanges, withEdit } from './edits';
import { type FormState, draftTargets, rowOfKey, rowsOfYear } from './rows';
import { otherKeys, type Stored } from './stored';

const HALF = period(day('2026-07-01'), day('2026-12-31'));

function stateOf(stored: Stored, edits: Edits = {}, viewsSum: FormState['viewsSum'] = null): FormState {
  const draft = withChanges(stored, changesOf(edits, stored));
  return { stored, draft, viewsSum, sample: new Set(), edits, conflicts: [], refused: {} };
}

const rowOf = (key: 'poa' | 'deals_closed' | 'meetings' | 'next_14_days', state: FormState, scope = HALF) =>
  rowOfKey(key, state, draftTargets(state), scope);

describe('the row of a target', () => {
  it('scales unsaved input to the period', () => {
    const stored = { intro_poa: { poa: 10 } };
    const row = rowOf('poa', stateOf(stored, withEdit({}, stored, 'poa', '12')));
    expect([row.text, row.over, row.before, row.isChanged]).toEqual(['12', 72, 10, true]);
  });

  it('divides a yearly figure', () => {
    const row = rowOf('deals_closed', stateOf({ deals_closed_yearly: { deals_target: 48 } }));
    expect([row.text, row.per, row.over]).toEqual(['48', 'year', 24]);
  });

  it('does not scale a goal of the board', () => {
    const row = rowOf('next_14_days', stateOf({ closing_projections: { next_14_days: 250_000 } }));
    expect([row.text, row.per, row.over]).toEqual(['250,000', 'once', 250_000]);
  });

  it('names the keys that the effective one hides', () => {
    const { shadowed } = rowOf(
      'poa',
      stateOf({ dashboard_banners: { poa_target: 12 }, intro_poa: { poa: 10 } }),
    );
    expect(shadowed).toEqual([{ path: 'intro_poa.poa', value: 10 }]);
  });

  it('of meetings is empty while it is the sum of the sources', () => {
    const row = rowOf('meetings', stateOf({ meeting_generation: { inbound: 4, event: 2 } }));
    expect([row.text, row.isOwn, row.effective.value, row.over]).toEqual(['', false, 6, 36]);
  });

  it('shows stored text that is not a target, which does not count', () => {
    const row = rowOf('poa', stateOf({ intro_poa: { poa: 'n/a' } }, {}, { poa: 39 }));
    expect([row.text, row.isOwn, row.effective.value, row.difference]).toEqual(['n/a', false, 39, null]);
    expect(row.fault).toContain('not a number');
  });

  it('shows an error for invalid input', () => {
    const row = rowOf('poa', stateOf({}, withEdit({}, {}, 'poa', 'many')));
    expect([row.text, row.over]).toEqual(['many', null]);
    expect(row.fault).toContain('not a number');
  });
});

describe('on Master', () => {
  const sum = { poa: 39, 'revenue_2026.nov': 650_000 };

  it('an empty field is the sum of the views', () => {
    const row = rowOf('poa', stateOf({}, {}, sum));
    expect([row.text, row.isOwn, row.effective.value, row.over, row.difference]).toEqual([
      '',
      false,
      39,
      234,
      null,
    ]);
  });

  it('an own value is shown beside the sum, with the difference', () => {
    const row = rowOf('poa', stateOf({ intro_poa: { poa: 45 } }, {}, sum));
    expect([row.isOwn, row.effective.value, row.views, row.difference]).toEqual([true, 45, 39, 6]);
  });

  it('clearing the field goes back to the sum', () => {
    const stored = { intro_poa: { poa: 45 } };
    const row = rowOf('poa', stateOf(stored, withEdit({}, stored, 'poa', ''), sum));
    expect([row.text, row.effective.value, row.isChanged]).toEqual(['', 39, true]);
  });

  it('each month is a key', () => {
    const state = stateOf({ revenue_2026: { dec: 1 } }, {}, sum);
    const rows = rowsOfYear('2026', state, draftTargets(state), HALF);
    expect(rows.slice(-2).map(({ effective }) => effective.value)).toEqual([650_000, 1]);
  });
});

it('a month counts for its days within the period', () => {
  const state = stateOf({ revenue_2026: { sep: 300_000, oct: 310_000, nov: 1 } });
  const rows = rowsOfYear('2026', state, draftTargets(state), period(day('2026-09-16'), day('2026-10-10')));
  expect(rows.map(({ over }) => over).slice(8, 11)).toEqual([150_000, 100_000, null]);
});

it('other keys are listed, and kept', () => {
  const stored = {
    revenue_2026: { nov: 1, note: 'ours' },
    dashboard_top_cards: { ytd_target: 5 },
    meeting_generation: { inbound: 4 },
    comment: 'text',
  };
  expect(otherKeys(stored).map(({ path }) => path)).toEqual([
    'revenue_2026.note',
    'dashboard_top_cards.ytd_target',
    'comment',
  ]);
});
