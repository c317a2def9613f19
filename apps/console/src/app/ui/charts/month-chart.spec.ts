import { TestBed } from '@angular/core/testing';
import { button, textOf } from '../../testing/at';
import { column, screenParts, table } from '../../testing/tables';
import { fakePage } from '../../testing/page-context';
import { openedLinks } from '../../testing/links';
import { type DrawerLink, metricLink } from '../links/link';
import type { ChartSeries } from './chart-series';
import { MonthChart } from './month-chart';

const SERIES: readonly ChartSeries[] = [
  { column: 'intros.attended', kind: 'bar', colour: 'accent', label: 'Attended' },
  { column: 'deals.arr', kind: 'line', colour: 'c-outbound', label: 'ARR', axis: 'right', isOff: true },
];
const months = table(
  'month',
  [
    column('intros.attended', { label: 'Intros attended' }),
    column('deals.arr', { label: 'ARR', unit: 'money' }),
  ],
  [
    ['2026-10', 3, 90_000],
    ['2026-11', 2, 0],
  ],
  [5, 90_000],
);

let opened: DrawerLink[];
beforeEach(() => {
  opened = openedLinks();
  fakePage().answer.set(screenParts());
});

async function chart(answer = months) {
  const fixture = TestBed.createComponent(MonthChart);
  const inputs = { heading: 'By month', name: 'test', table: answer, series: SERIES };
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  return { fixture, element: fixture.nativeElement as HTMLElement };
}

const isPressed = (element: Element, name: string) => button(element, name).getAttribute('aria-pressed');

describe('a chart card', () => {
  it('announces its totals and has a link with numbers for each month', async () => {
    const { element } = await chart();
    expect(element.querySelector('canvas')?.getAttribute('aria-label')).toBe(
      'By month: Intros attended 5, ARR $90,000.',
    );
    const links = [...element.querySelectorAll('app-month-links button')];
    expect(links.map((link) => link.getAttribute('aria-label'))).toEqual([
      'Oct 2026: Attended 3. Open the deals.',
      'Nov 2026: Attended 2. Open the deals.',
    ]);
  });

  it('opens the month of a link', async () => {
    const { element } = await chart();
    element.querySelectorAll<HTMLElement>('app-month-links button')[1]?.click();
    expect(opened).toEqual([metricLink('intros.attended', { part: '2026-11' })]);
  });

  it('remembers which series are shown', async () => {
    const { fixture, element } = await chart();
    expect([isPressed(element, 'Attended'), isPressed(element, 'ARR')]).toEqual(['true', 'false']);
    button(element, 'ARR').click();
    button(element, 'Attended').click();
    await fixture.whenStable();
    const again = await chart();
    expect([isPressed(again.element, 'Attended'), isPressed(again.element, 'ARR')]).toEqual([
      'false',
      'true',
    ]);
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
    const { element } = await chart(table('month', months.columns, [['2026-10', 0, 0]], [0, 0]));
    expect(textOf(element.querySelector('.body'))).toBe('Nothing in this period.');
    expect(element.querySelector('app-chart-legend')).toBeNull();
  });
});
