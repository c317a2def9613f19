import { TestBed } from '@angular/core/testing';
import { button, textOf } from '../../testing/at';
import { column, screenParts, table } from '../../testing/tables';
import { fakePage } from '../../testing/page-context';
import { openedLinks } from '../../testing/links';
import { Formats } from '../base/formats';
import { type DrawerLink, metricLink } from '../links/link';
import type { ChartSeries } from './chart-series';
import { MonthChart } from './month-chart';

const SERIES: readonly ChartSeries[] = [
  { column: 'intros.attended', kind: 'bar', colour: 'accent', label: 'Attended' },
  { column: 'poa.generated', kind: 'bar', colour: 'step-1', label: 'POA', isOff: true },
  { column: 'deals.arr', kind: 'figures', colour: 'ink-2', label: 'ARR' },
];
const months = table(
  'month',
  [
    column('intros.attended', { label: 'Intros attended' }),
    column('poa.generated', { label: 'POA' }),
    column('deals.arr', { label: 'ARR', unit: 'money' }),
  ],
  [
    ['2026-10', 3, 1, 90_000],
    ['2026-11', 2, 0, 0],
  ],
  [5, 1, 90_000],
);

let opened: DrawerLink[];
beforeEach(() => {
  opened = openedLinks();
  fakePage().answer.set(screenParts());
});

async function chart(answer = months, series = SERIES) {
  const fixture = TestBed.createComponent(MonthChart);
  const inputs = { heading: 'By month', name: 'test', table: answer, series };
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  return { fixture, element: fixture.nativeElement as HTMLElement };
}

const legend = (element: Element) => [...element.querySelectorAll('app-chart-legend > *')].map(textOf);
const isPressed = (element: Element, name: string) => button(element, name).getAttribute('aria-pressed');

describe('a chart card', () => {
  it('has no links in a row that no number of the catalogue explains', async () => {
    const sums = table(
      'month',
      [
        column('added', { label: 'Added', metric: null }),
        column('pipe.cumulative_weighted', { label: 'Sum' }),
      ],
      [
        ['2026-10', 3, 3],
        ['2026-11', 2, 5],
      ],
      [5, 5],
    );
    const { element } = await chart(sums, [
      { column: 'added', kind: 'bar', colour: 'accent' },
      { column: 'pipe.cumulative_weighted', kind: 'line', colour: 'ink', sumOf: 'added' },
    ]);
    const rows = [...element.querySelectorAll('app-month-links.figures')];
    expect(rows.map((row) => [...row.children].map((link) => link.getAttribute('aria-label')))).toEqual([
      [],
      ['Oct 2026: Sum 3. Open the deals.', 'Nov 2026: Sum 5. Open the deals.'],
    ]);
  });

  it('announces its totals and has a link with numbers for each month', async () => {
    const { element } = await chart();
    expect(element.querySelector('canvas')?.getAttribute('aria-label')).toBe(
      'By month: Intros attended 5, POA 1, ARR $90,000.',
    );
    const links = [...element.querySelectorAll('app-month-links button')];
    expect(links.map((link) => link.getAttribute('aria-label'))).toEqual([
      'Oct 2026: Attended 3, ARR $90,000. Open the deals.',
      'Nov 2026: Attended 2, ARR $0. Open the deals.',
      'Oct 2026: ARR $90,000. Open the deals.',
      'Nov 2026: ARR $0. Open the deals.',
    ]);
  });

  it('opens the month of a link', async () => {
    const { element } = await chart();
    element.querySelectorAll<HTMLElement>('app-month-links button')[1]?.click();
    expect(opened).toEqual([metricLink('intros.attended', { part: '2026-11' })]);
  });

  it('opens a number below the months', async () => {
    const { element } = await chart();
    element.querySelectorAll<HTMLElement>('.figures button')[0]?.click();
    expect(opened).toEqual([metricLink('deals.arr', { part: '2026-10' })]);
  });

  it('has what is shown in its legend, the rest on demand, and remembers the choice', async () => {
    const { fixture, element } = await chart();
    expect(legend(element)).toEqual(['Attended', 'not over yet', '1 more']);
    button(element, '1 more').click();
    await fixture.whenStable();
    expect([isPressed(element, 'Attended'), isPressed(element, 'POA')]).toEqual(['true', 'false']);
    button(element, 'POA').click();
    button(element, 'Attended').click();
    await fixture.whenStable();
    const again = await chart();
    expect(legend(again.element)).toEqual(['POA', '1 more']);
  });

  it('says that what is shown has nothing, while something else has', async () => {
    const nothing = table('month', months.columns, [['2026-10', 0, 4, 0]], [0, 4, 0]);
    const { element } = await chart(nothing);
    expect(textOf(element.querySelector('.body'))).toBe('Nothing in this period of what is shown.');
    expect(legend(element)).toContain('1 more');
  });

  it('has the days or weeks of a short period, beside those of the period before', async () => {
    const weeks = ['2026-11-16..2026-11-22', '2026-11-23..2026-11-29'];
    const numbers = (...values: number[]) =>
      table(
        'week',
        [column('intros.attended')],
        weeks.map((key, at) => [key, values[at] ?? 0]),
        [values.reduce((sum, value) => sum + value, 0)],
      );
    const comparison = {
      against: 'previous' as const,
      label: '2026-11-02 to 2026-11-15',
      from: '2026-11-02',
      to: '2026-11-15',
      through: '2026-11-29',
      is_partial: false,
      values: {},
      months: null,
      trend: numbers(4, 1),
    };
    fakePage().answer.set(screenParts({ as_of: '2026-11-29', comparison }));
    const { fixture, element } = await chart(numbers(3, 2));
    const formats = TestBed.inject(Formats);
    const links = [...element.querySelectorAll<HTMLElement>('app-month-links button')];
    expect(links.map((link) => link.getAttribute('aria-label'))).toEqual([
      `${formats.range('2026-11-16', '2026-11-22')}: Attended 3. Open the deals.`,
      `${formats.range('2026-11-23', '2026-11-29')}: Attended 2. Open the deals.`,
    ]);
    links[0]?.click();
    expect(opened).toEqual([metricLink('intros.attended', { part: weeks[0] })]);
    expect(legend(element)).toEqual(['Attended', 'the days before', 'not over yet']);
    button(element, 'Table').click();
    await fixture.whenStable();
    expect(textOf(element.querySelector('app-metric-table'))).toContain('Week');
  });

  it('shows the same numbers as a table, and remembers it', async () => {
    const { fixture, element } = await chart();
    button(element, 'Table').click();
    await fixture.whenStable();
    const again = await chart();
    expect(again.element.querySelector('canvas')).toBeNull();
    const numbers = textOf(again.element.querySelector('app-metric-table'));
    expect(numbers).toContain('Oct 2026');
    expect(numbers).toContain('$90,000');
    expect(again.element.querySelector('app-chart-legend')).toBeNull();
  });

  it('says so when there is nothing to draw', async () => {
    const { element } = await chart(table('month', months.columns, [['2026-10', 0, 0, 0]], [0, 0, 0]));
    expect(textOf(element.querySelector('.body'))).toBe('Nothing in this period.');
    expect(element.querySelector('app-chart-legend')).toBeNull();
  });
});
