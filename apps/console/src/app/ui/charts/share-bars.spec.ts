import { TestBed } from '@angular/core/testing';
import { textOf } from '../../testing/at';
import { column, table } from '../../testing/tables';
import { fakePage } from '../../testing/page-context';
import { openedLinks } from '../../testing/links';
import { type DrawerLink, metricLink } from '../links/link';
import { ShareBars } from './share-bars';

const sources = table(
  'source_group',
  [column('meetings.total'), column('share', { unit: 'ratio', metric: null })],
  [
    ['event', 5, 0.25],
    ['inbound', 12, 0.6],
    ['unassigned', 3, 0.15],
  ],
  [20, 1],
);

let opened: DrawerLink[];
beforeEach(() => {
  opened = openedLinks();
  fakePage();
});

async function bars(answer = sources) {
  const fixture = TestBed.createComponent(ShareBars);
  fixture.componentRef.setInput('heading', 'Sources');
  fixture.componentRef.setInput('table', answer);
  fixture.componentRef.setInput('column', 'meetings.total');
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  return { fixture, element, rows: [...element.querySelectorAll<HTMLElement>('.row')] };
}

describe('the shares of a whole', () => {
  it('are ordered by size, unassigned last, and add up to the total', async () => {
    const { rows } = await bars();
    expect(rows.map(textOf)).toEqual([
      'Inbound 60% of the total 12',
      'Event 25% of the total 5',
      'Unassigned 15% of the total 3',
      'Total 100% 20',
    ]);
  });

  it('are as wide as their share', async () => {
    const { rows } = await bars();
    expect(rows[1]?.querySelector<HTMLElement>('.fill')?.style.width).toBe('25%');
  });

  it('open their records, the total all of them', async () => {
    const { rows } = await bars();
    rows[0]?.click();
    rows[3]?.click();
    expect(opened).toEqual([
      metricLink('meetings.total', { only: [{ field: 'source_group', value: 'inbound' }] }),
      metricLink('meetings.total'),
    ]);
  });

  it('say so when there is nothing', async () => {
    const { element } = await bars(table('source_group', sources.columns, [], [0, null]));
    expect(textOf(element)).toContain('Nothing in this period.');
  });
});
