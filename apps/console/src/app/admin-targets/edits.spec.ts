import { type Edits, asBody, changesOf, faultyEdits, withChanges, withEdit } from './edits';
import type { Stored } from './stored';

const typed = (stored: Stored, ...texts: [id: string, text: string][]): Edits =>
  texts.reduce<Edits>((edits, [id, text]) => withEdit(edits, stored, id, text), {});

const bodyOf = (stored: Stored, ...texts: [id: string, text: string][]) =>
  asBody(changesOf(typed(stored, ...texts), stored));

describe('where an edit is written', () => {
  it('is the effective key', () => {
    const stored = { dashboard_banners: { poa_target: 12 }, intro_poa: { poa: 10 } };
    expect(bodyOf(stored, ['poa', '14'])).toEqual({ dashboard_banners: { poa_target: 14 } });
  });

  it.each([
    ['poa', { intro_poa: { poa: 14 } }],
    ['scheduled', { meetings_attended: { meetings_scheduled: 14 } }],
    ['new_pipe', { dashboard_bottom_cards: { new_pipe_created: 14 } }],
    ['next_14_days', { closing_projections: { next_14_days: 14 } }],
    ['revenue_2031.feb', { revenue_2031: { feb: 14 } }],
  ])('of %s goes to the key of the contract where none is set', (id, body) => {
    expect(bodyOf({}, [id, '14'])).toEqual(body);
  });

  it('stays yearly for a yearly figure', () => {
    const stored = { deals_closed_yearly: { deals_target: 48 } };
    expect(bodyOf(stored, ['deals_closed', '60'])).toEqual({ deals_closed_yearly: { deals_target: 60 } });
  });

  it('is not the sources for the sum of meetings', () => {
    const stored = { meeting_generation: { inbound: 4, outbound: 6 } };
    expect(bodyOf(stored, ['meetings', '12'])).toEqual({ meeting_generation: { total_target: 12 } });
  });

  it('can be two keys of one group', () => {
    expect(bodyOf({}, ['intro', '20'], ['poa', '10'])).toEqual({ intro_poa: { intro: 20, poa: 10 } });
  });
});

describe('an emptied field', () => {
  it('removes hidden keys, too, so that none of them takes effect', () => {
    const stored = { dashboard_banners: { poa_target: 12 }, intro_poa: { poa: 10, intro: 5 } };
    expect(bodyOf(stored, ['poa', ''])).toEqual({
      dashboard_banners: { poa_target: null },
      intro_poa: { poa: null },
    });
  });

  it('is no change where nothing is stored', () => {
    expect(typed({}, ['poa', '  '])).toEqual({});
  });
});

describe('an edit', () => {
  it('that equals the stored value is dropped, also for text', () => {
    expect(typed({ intro_poa: { poa: '12' } }, ['poa', '14'], ['poa', '12.00'])).toEqual({});
  });

  it('that is invalid is kept as typed and changes nothing', () => {
    const edits = typed({}, ['poa', 'many']);
    expect(edits.poa?.text).toBe('many');
    expect([faultyEdits(edits), changesOf(edits, {})]).toEqual([['poa'], []]);
  });

  it('of anything but a target is ignored', () => {
    expect(typed({}, ['dashboard_top_cards.ytd_target', '1'])).toEqual({});
  });
});

describe('the half-year figure of the old format', () => {
  const stored = { dashboard: { objectif_6_mois: 1_000_000 } };

  it('is split into months when one of them is written', () => {
    expect(bodyOf(stored, ['revenue_2025.jul', '90000'])).toEqual({
      revenue_2025: { jul: 90_000, aug: 88_000, sep: 122_000, oct: 240_000, nov: 186_000, dec: 261_000 },
    });
  });

  it('is untouched when another year is written', () => {
    expect(bodyOf(stored, ['revenue_2026.jul', '1'])).toEqual({ revenue_2026: { jul: 1 } });
  });
});

it('shows the targets as they would be stored, other keys kept', () => {
  const stored = { intro_poa: { poa: 10, other: 'kept' }, notes: 'ours' };
  const changes = changesOf(typed(stored, ['poa', '14'], ['intro', '20']), stored);
  expect(withChanges(stored, changes)).toEqual({
    intro_poa: { poa: 14, intro: 20, other: 'kept' },
    notes: 'ours',
  });
});
