import { TestBed } from '@angular/core/testing';
import { number } from '../../testing/answers';
import { attendedScreen } from '../../testing/attended-screen';
import { textOf } from '../../testing/at';
import { type FakePage, fakePage } from '../../testing/page-context';
import { openedLinks } from '../../testing/links';
import { type DrawerLink, metricLink } from '../links/link';
import { type BandNumber, NumberBand } from './number-band';

let opened: DrawerLink[];
let page: FakePage;
beforeEach(() => {
  opened = openedLinks();
  page = fakePage();
});

async function band(numbers: readonly BandNumber[], screen = attendedScreen()) {
  page.answer.set(screen);
  const fixture = TestBed.createComponent(NumberBand);
  fixture.componentRef.setInput('label', 'Meetings');
  fixture.componentRef.setInput('numbers', numbers);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  return { cards: [...element.querySelectorAll('app-number-card')] };
}

describe('a band of numbers', () => {
  it('takes value, target, comparison and trend from the answer', async () => {
    const numbers = [
      { metric: 'meetings.total', label: 'Scheduled' },
      { metric: 'intros.attended', label: 'Attended' },
    ] as const;
    const { cards } = await band(numbers, { ...attendedScreen(), as_of: '2026-12-01' });
    expect(textOf(cards[0] ?? null)).toContain('Scheduled 75 of 114 · 66% , pace 79% At risk');
    expect(textOf(cards[1] ?? null)).toContain('Attended 56 +12% on H1 to 25 May');
    expect(textOf(cards[1] ?? null)).toContain('over time: Oct 30, Nov 26');
    expect(cards[1]?.querySelector('app-sparkline')?.getAttribute('aria-hidden')).toBe('true');
  });

  it('shows the notes of a number', async () => {
    const screen = attendedScreen({
      notes: {
        'pipe.created_weighted': [{ kind: 'weightless', deals: 14, pipe: 420_000 }],
        'deals.active': [{ kind: 'not_assessed', deals: 7, pipe: null }],
        'conversion.intro_to_poa': [
          { kind: 'two_cohorts', deals: null, pipe: null },
          { kind: 'small', deals: 3, pipe: null },
        ],
      },
    });
    const { cards } = await band(
      [
        { metric: 'pipe.created_weighted', label: 'Weighted', unit: 'money' },
        { metric: 'deals.active', label: 'Active' },
        { metric: 'conversion.intro_to_poa', label: 'Intro to POA', unit: 'ratio', notes: ['first'] },
      ],
      screen,
    );
    expect(textOf(cards[0] ?? null)).toContain('14 deals, $420K weigh nothing');
    expect(textOf(cards[1] ?? null)).toContain('7 not assessed');
    expect(textOf(cards[2] ?? null)).toContain('first counted apart in the period from fewer than 5 cases');
  });

  it('says of ARR that it counts what bills after today', async () => {
    const arr = [{ metric: 'deals.arr', label: 'ARR closed', unit: 'money' }] as const;
    const at = async (as_of: string, value = 320_000) => {
      const screen = attendedScreen({ as_of, metrics: { 'deals.arr': number(value) } });
      return textOf((await band(arr, screen)).cards[0] ?? null);
    };
    expect(await at('2026-12-01')).toContain('all that bills by 31 Dec');
    expect(await at('2026-12-31')).not.toContain('all that bills');
    expect(await at('2026-12-01', 0)).not.toContain('all that bills');
  });

  it('does not judge by the plan up to today what bills after it', async () => {
    const closed = [{ metric: 'deals.closed', label: 'Deals' }] as const;
    const deals = number(19, { target: 24, progress: 19 / 24, pace: 0.82, status: 'on_track' });
    const at = async (as_of: string) => {
      const screen = attendedScreen({ as_of, metrics: { 'deals.closed': deals } });
      return textOf((await band(closed, screen)).cards[0] ?? null);
    };
    expect(await at('2026-11-29')).toMatch(/^Deals 19 of 24 · 79% all that bills by 31 Dec/);
    expect(await at('2026-12-31')).toMatch(/^Deals 19 of 24 · 79% , pace 82% On track/);
  });

  it('says that the deals have no MRR, where none of them has', async () => {
    const mrr = [{ metric: 'deals.mrr', label: 'MRR closed', unit: 'money' }] as const;
    const of = async (deals: number, value: number) => {
      const metrics = { 'deals.closed': number(deals), 'deals.mrr': number(value) };
      return textOf((await band(mrr, attendedScreen({ metrics }))).cards[0] ?? null);
    };
    expect(await of(2, 0)).toContain('no MRR in the data of these deals');
    expect(await of(2, 900)).not.toContain('no MRR');
    expect(await of(0, 0)).not.toContain('no MRR');
  });

  it('shows what the server does not know as a dash, never as zero', async () => {
    const { cards } = await band([{ metric: 'deals.open', label: 'Open' }]);
    expect(textOf(cards[0]?.querySelector('.value') ?? null)).toBe('–');
  });

  it('opens the number that was clicked', async () => {
    const { cards } = await band([{ metric: 'meetings.total' }, { metric: 'deals.closed' }]);
    cards[1]?.querySelector('button')?.click();
    expect(opened).toEqual([metricLink('deals.closed')]);
  });
});
