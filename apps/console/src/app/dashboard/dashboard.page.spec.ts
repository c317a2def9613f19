import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { number, screen, view } from '../testing/answers';
import { button, openPage, textOf } from '../testing/at';
import { DashboardPage } from './dashboard.page';

const ADDRESS = '/v/organic/dashboard?period=half:2026-H2';
const SCREEN = '/api/views/organic/screens/dashboard';

describe('the Dashboard', () => {
  it('shows a skeleton while the numbers load', async () => {
    const page = await openPage(DashboardPage, ADDRESS);
    expect(page.element.querySelector('app-screen-skeleton')).not.toBeNull();
    (await page.request(SCREEN)).flush(screen());
    await page.settle();
    expect(page.element.querySelector('app-screen-skeleton')).toBeNull();
  });

  it('asks for the period and the people of the address', async () => {
    const page = await openPage(DashboardPage, `${ADDRESS}&owner=Hugo&owner=&as_of=2026-11-14`);
    const { params } = (await page.request(SCREEN)).request;
    expect([params.get('from'), params.get('to'), params.get('as_of')]).toEqual([
      '2026-07-01',
      '2026-12-31',
      '2026-11-14',
    ]);
    expect(params.getAll('owner')).toEqual(['Hugo', '']);
  });

  it('shows the headline with its context', async () => {
    const page = await openPage(DashboardPage, ADDRESS);
    (await page.request(SCREEN)).flush(screen());
    await page.settle();
    const headline = textOf(page.element.querySelector('app-headline'));
    expect(headline).toContain('$600K');
    expect(headline).toContain('$462K a month to 31 Dec');
    expect(headline).toContain('Revenue 2026 to date');
    expect(headline).toContain('Remaining in 2026');
    expect(headline).toContain('$360K below the plan to date');
    expect(headline).toContain('$150K more bills by 31 Dec');
    expect(headline).toContain('14 deals, $420K weigh nothing');
    expect(headline).toContain('7 not assessed');
  });

  it.each([
    ['month:2026-11', '2026-11-01', '2026-11-30', /^Revenue Nov 2026 to date /],
    ['quarter:2026-Q4', '2026-10-01', '2026-12-31', /^Revenue Q4 2026 to date /],
    ['custom:2026-11-16..2026-11-20', '2026-11-16', '2026-11-20', /^Closed in 16.–.20 Nov 2026 /],
  ])('puts first what a short period itself has brought: %s', async (parameter, from, to, label) => {
    const page = await openPage(DashboardPage, `/v/organic/dashboard?period=${parameter}`);
    const { period_revenue, ...answer } = screen();
    const revenue = number(90_000, { target: 150_000, progress: 0.6, pace: 0.73, status: 'behind' });
    (await page.request(SCREEN)).flush({
      ...answer,
      period: { from, to, months: 1 },
      period_revenue: { ...period_revenue, revenue },
    });
    await page.settle();
    const [first, second] = page.element.querySelectorAll('app-headline app-number-card');
    expect(textOf(first ?? null)).toMatch(label);
    expect(textOf(first ?? null)).toContain('$90K');
    expect(textOf(first ?? null)).toContain('Behind');
    expect(textOf(second ?? null)).toContain('Revenue 2026 to date');
    expect(textOf(button(page.element, /remaining in 2026$/))).toBe('$600K remaining in 2026');
    const cards = [...page.element.querySelectorAll('app-headline app-number-card')].map(textOf);
    expect(cards.map((card) => card.includes('today, whatever the period'))).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
  });

  it('names the half that revenue runs over, where the installation plans in halves', async () => {
    const page = await openPage(DashboardPage, ADDRESS);
    const answer = screen();
    (await page.request(SCREEN)).flush({
      ...answer,
      headline: { ...answer.headline, span_from: '2026-07-01' },
    });
    await page.settle();
    const headline = textOf(page.element.querySelector('app-headline'));
    expect(headline).toContain('Revenue H2 2026 to date');
    expect(headline).toContain('Remaining in H2 2026');
  });

  it.each([
    [/^\$360K below the plan to date/, 'revenue.gap'],
    [/^\$150K more bills by 31 Dec/, 'revenue.later'],
    [/^\$462K a month to 31 Dec/, 'revenue.needed'],
    [/^Remaining in 2026/, 'revenue.remaining'],
    [/^\$750K remaining in H2 2026/, 'half.remaining'],
    [/^\$450K to date of \$1.2M/, 'half.revenue'],
    [/^Below the plan to date \$510K/, 'half.gap'],
    [/^Starts billing by 31 Dec \$150K/, 'half.later'],
    [/^Needed a month to 31 Dec \$577K/, 'half.needed'],
  ])('opens the arithmetic of %s', async (words, metric) => {
    const page = await openPage(DashboardPage, ADDRESS);
    (await page.request(SCREEN)).flush(screen());
    await page.settle();
    button(page.element, words).click();
    await page.settle();
    const { searchParams } = new URL(TestBed.inject(Router).url, 'http://console');
    expect([searchParams.get('explain'), searchParams.get('part')]).toEqual([metric, null]);
  });

  it('is calm about a gap that counts as on track, and says why', async () => {
    const page = await openPage(DashboardPage, ADDRESS);
    const { half, metrics, ...answer } = screen();
    const revenue = number(900_000, { target: 1_200_000, progress: 0.75, pace: 0.8, status: 'on_track' });
    (await page.request(SCREEN)).flush({
      ...answer,
      metrics: { ...metrics, 'revenue.ytd': revenue, 'revenue.gap': number(60_000) },
      half: { ...half, revenue, behind: 60_000 },
    });
    await page.settle();
    const line = button(page.element, /^\$60K below the plan to date/);
    expect(textOf(line)).toBe('$60K below the plan to date, within the 10% that count as on track');
    expect(line.classList.contains('bad') || line.classList.contains('warn')).toBe(false);
    const row = button(page.element, /^Below the plan to date/);
    expect(textOf(row)).toBe('Below the plan to date within the 10% that count as on track $60K');
    expect(row.querySelector('b')?.className).toBe('plain');
    expect(textOf(page.element.querySelector('app-half-card .card-head'))).toContain('On track');
  });

  it('colours a gap by the status of the revenue it is about', async () => {
    const page = await openPage(DashboardPage, ADDRESS);
    (await page.request(SCREEN)).flush(screen());
    await page.settle();
    expect(button(page.element, /^\$360K below/).classList.contains('warn')).toBe(true);
    expect(button(page.element, /^Below the plan/).querySelector('b')?.className).toBe('bad');
  });

  it('compares a source group with its target, else with all meetings', async () => {
    const page = await openPage(DashboardPage, ADDRESS);
    (await page.request(SCREEN)).flush(screen());
    await page.settle();
    const rows = [...page.element.querySelectorAll('app-meetings-block .row')];
    expect(textOf(rows[0] ?? null)).toBe('Inbound 15 / 30');
    expect(rows[0]?.querySelector('app-meter')).not.toBeNull();
    expect(textOf(rows[3] ?? null)).toBe('Event 25% of meetings 5');
    expect(rows[3]?.querySelector('app-meter')).toBeNull();
  });

  it('opens what is behind a number, in the address', async () => {
    const page = await openPage(DashboardPage, ADDRESS);
    (await page.request(SCREEN)).flush(screen());
    await page.settle();
    button(page.element, /^POA generated/).click();
    await page.settle();
    expect(TestBed.inject(Router).url).toContain('explain=poa.generated');
  });

  it('shows revenue as a table whose months open', async () => {
    const page = await openPage(DashboardPage, ADDRESS);
    (await page.request(SCREEN)).flush(screen());
    await page.settle();
    button(page.element, 'Table').click();
    await page.settle();
    const rows = [...page.element.querySelectorAll('app-revenue-card tbody tr')].map(textOf);
    expect(rows[2]).toBe('Sept 2026 $100,000 $200,000 $300,000 $600,000 $20,000 $50,000');
    expect(textOf(page.element.querySelector('app-revenue-card tfoot'))).toContain('$600,000 $1,200,000');
    page.element.querySelector<HTMLButtonElement>('app-revenue-card tbody button')?.click();
    await page.settle();
    expect(TestBed.inject(Router).url).toContain('explain=period.closed&part=2026-07');
  });

  it('says why a selection of people has no target', async () => {
    const page = await openPage(DashboardPage, `${ADDRESS}&owner=Hugo`);
    const answer = screen();
    (await page.request(SCREEN)).flush({
      ...answer,
      metrics: {},
      half: { ...answer.half, target: null, remaining: null, behind: null, needed_per_month: null },
    });
    await page.settle();
    expect(textOf(page.element.querySelector('app-half-card'))).toContain('a selection has none');
    expect(textOf(page.element.querySelector('app-headline'))).toContain('no target for a selection');
  });

  it('says what is missing without a revenue target, and leads to where one is set', async () => {
    const page = await openPage(DashboardPage, ADDRESS);
    const answer = screen();
    const half = { ...answer.half, target: null, remaining: null, behind: null, needed_per_month: null };
    (await page.request(SCREEN)).flush({ ...answer, metrics: {}, half });
    await page.settle();
    const card = page.element.querySelector('app-half-card');
    expect(textOf(card?.querySelector('h2') ?? null)).toBe('Revenue H2 2026');
    expect(textOf(card)).toContain('No revenue target is set for H2 2026');
    expect(textOf(page.element.querySelector('app-headline'))).toContain(
      'no revenue target; set it under Targets',
    );
  });

  it('marks what is compared with sample targets', async () => {
    const page = await openPage(DashboardPage, ADDRESS);
    const note = [{ kind: 'sample_target' as const, deals: null, pipe: null }];
    const sampled = [
      'revenue.ytd',
      'revenue.remaining',
      'meetings.inbound',
      'poa.generated',
      'half.remaining',
    ];
    (await page.request(SCREEN)).flush(
      screen({ notes: Object.fromEntries(sampled.map((id) => [id, note])) }),
    );
    await page.settle();
    const mark = 'with sample targets';
    expect(textOf(button(page.element, /^Revenue 2026 to date/))).toContain(mark);
    expect(textOf(button(page.element, /^Remaining in 2026/))).toContain(mark);
    expect(textOf(button(page.element, /^POA generated/))).toContain(mark);
    expect(textOf(button(page.element, /^New pipe created/))).not.toContain(mark);
    expect(textOf(page.element.querySelector('app-meetings-block'))).toContain(mark);
    expect(textOf(page.element.querySelector('app-half-card'))).toContain(mark);
  });

  it('says that the ARR of the period holds what bills later', async () => {
    const page = await openPage(DashboardPage, ADDRESS);
    (await page.request(SCREEN)).flush(screen());
    await page.settle();
    expect(textOf(button(page.element, /^ARR/))).toContain('all that bills by 31 Dec');
    const answer = screen();
    await page.go('/v/organic/dashboard?period=month:2026-11');
    const nothingLater = { ...answer.period_revenue, starts_later: 0 };
    (await page.request(SCREEN)).flush({ ...answer, period_revenue: nothingLater });
    await page.settle();
    expect(textOf(button(page.element, /^ARR/))).not.toContain('all that bills');
  });

  const CLOSED_ARR = number(600_000, { target: 900_000, progress: 2 / 3, pace: 0.8, status: 'at_risk' });

  it('compares closed ARR with the revenue target, which its drawer says', async () => {
    const page = await openPage(DashboardPage, ADDRESS);
    const { metrics, ...answer } = screen();
    (await page.request(SCREEN)).flush({ ...answer, metrics: { ...metrics, 'deals.arr': CLOSED_ARR } });
    await page.settle();
    const figure = button(page.element, /^ARR/);
    expect(textOf(figure)).toMatch(/^ARR \$600K \/ \$1\.2M/);
    figure.click();
    await page.settle();
    expect(TestBed.inject(Router).url).toContain('explain=period.closed');
  });

  it('compares closed ARR with its own target where no month has one', async () => {
    const page = await openPage(DashboardPage, ADDRESS);
    const { metrics, period_revenue, ...answer } = screen();
    (await page.request(SCREEN)).flush({
      ...answer,
      metrics: { ...metrics, 'deals.arr': CLOSED_ARR },
      period_revenue: { ...period_revenue, revenue: number(450_000) },
    });
    await page.settle();
    expect(textOf(button(page.element, /^ARR/))).toContain('At risk $600K / $900K');
  });

  it('says how the month under way stands beside the months of the period, and opens it', async () => {
    const page = await openPage(DashboardPage, ADDRESS);
    const { revenue_by_month, ...answer } = screen();
    const months = revenue_by_month.map((each) =>
      each.month === '2026-11' ? { ...each, closed: 109_000, target: 176_000 } : each,
    );
    (await page.request(SCREEN)).flush({ ...answer, revenue_by_month: months });
    await page.settle();
    const line = button(page.element, /^Nov 2026 /);
    expect(textOf(line)).toBe('Nov 2026 $109K of $176K · 62%');
    line.click();
    await page.settle();
    expect(TestBed.inject(Router).url).toContain('explain=period.closed&part=2026-11');
  });

  it('says how many months have no target where others have one', async () => {
    const page = await openPage(DashboardPage, ADDRESS);
    const { headline, half, ...answer } = screen();
    (await page.request(SCREEN)).flush({
      ...answer,
      headline: { ...headline, months_without_target: 11 },
      half: { ...half, months: half.months.map((each, at) => (at > 3 ? { ...each, target: null } : each)) },
    });
    await page.settle();
    const partly = (name: string) =>
      /\d+ of \d+ months have no target/.exec(textOf(page.element.querySelector(name)));
    expect(partly('app-headline')?.[0]).toBe('11 of 12 months have no target');
    expect(partly('app-half-card')?.[0]).toBe('2 of 6 months have no target');
  });

  it('keeps the numbers visible while another period loads', async () => {
    const page = await openPage(DashboardPage, ADDRESS);
    (await page.request(SCREEN)).flush(screen());
    await page.settle();
    await page.go('/v/organic/dashboard?period=month:2026-11');
    expect(page.element.querySelector('[aria-busy="true"] app-headline')).not.toBeNull();
    (await page.request(SCREEN)).flush(screen());
    await page.settle();
    expect(page.element.querySelector('[aria-busy="true"]')).toBeNull();
  });

  it('shows an error with the request id, and tries again', async () => {
    const page = await openPage(DashboardPage, ADDRESS);
    (await page.request(SCREEN)).flush(
      {
        type: 'about:blank',
        title: 'No database',
        status: 503,
        detail: 'Try again.',
        errors: [],
        request_id: 'req-7',
      },
      { status: 503, statusText: 'Service Unavailable' },
    );
    await page.settle();
    const notice = page.element.querySelector('[role="alert"]');
    expect(textOf(notice)).toContain('No database Try again. Request req-7');
    button(page.element, 'Try again').click();
    (await page.request(SCREEN)).flush(screen());
    await page.settle();
    expect(page.element.querySelector('app-headline')).not.toBeNull();
  });

  it.each([
    [view(), 'Upload the sales sheet'],
    [view({ can: ['read'] }), 'Ask a super admin'],
    [view({ is_master: true }), 'Master is the sum of the other views'],
  ])('tells an empty view what to do', async (opened, words) => {
    const page = await openPage(DashboardPage, ADDRESS, { views: [opened] });
    (await page.request(SCREEN)).flush(screen({ records_count: 0, matching_count: 0 }));
    await page.settle();
    expect(textOf(page.element.querySelector('app-empty-state'))).toContain(words);
    expect(page.element.querySelector('app-empty-state a')?.getAttribute('href')).toContain(
      '/v/organic/data',
    );
  });
});
