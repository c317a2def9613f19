import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { BoardColumn } from '@app/contracts';
import { view } from '../testing/answers';
import { type OpenedPage, button, openPage, textOf } from '../testing/at';
import { boardCard, boardColumn } from '../testing/board';
import { fakePage } from '../testing/page-context';
import { deal } from '../testing/deals';
import { Formats } from '../ui/base/formats';
import { Board } from './board';
import { copyOfBoard } from './board-copy';

const columns = signal<readonly BoardColumn[]>([]);

@Component({
  imports: [Board],
  template: '<app-board heading="Deal pipeline" [columns]="columns()" />',
})
class BoardPage {
  protected readonly columns = columns;
}

async function board(shown: readonly BoardColumn[], isMaster = false): Promise<OpenedPage> {
  columns.set(shown);
  fakePage();
  return openPage(BoardPage, '/v/organic/meetings-generation', {
    views: [view({ is_master: isMaster })],
  });
}

const cardText = async (change: Parameters<typeof deal>[0], isMaster = false) => {
  const shown = [boardColumn({ cards: [boardCard({ deal: deal(change) })] })];
  return textOf((await board(shown, isMaster)).element.querySelector('app-board-card'));
};

describe('a board', () => {
  it('heads each column with its deals and their value', async () => {
    const { element } = await board([
      boardColumn(),
      boardColumn({ id: 'intro', deals: 1, value: 0, cards: [] }),
    ]);
    expect([...element.querySelectorAll('header')].map(textOf)).toEqual([
      'Legal 34 deals $2.14M Open the deals.',
      'Legal 1 deal $0 Open the deals.',
    ]);
  });

  it('shows a projection with its total, its stages and the progress towards its goal', async () => {
    const projections = { projected: 500_000, goal: 250_000, progress: 2, stages: ['C Proposal sent'] };
    const { element } = await board([boardColumn(projections)]);
    expect(textOf(element.querySelector('header'))).toBe(
      'Legal 34 deals $500K projected of $2.14M by default: proposal sent goal $250K · 200% Open the deals.',
    );
    expect(element.querySelector<HTMLElement>('.fill')?.style.width).toBe('100%');
  });

  it('shows client, value, account executive and age of a deal', async () => {
    expect(await cardText({ age: 12 })).toBe('Halden Robotics $120K Camille 12 d');
  });

  it.each([
    [29, '29 d'],
    [30, '30 d aging'],
    [60, '60 d stale'],
    [-4, 'in 4 d'],
  ])('tells of an age of %i days: %s', async (age, words) => {
    expect(await cardText({ age })).toBe(`Halden Robotics $120K Camille ${words}`);
  });

  it('shows the date of a booked POA, and which values are missing', async () => {
    const booked = { stage: 'D POA Booked', poa_date: '2026-11-24', age: 3, value: null, owner: null };
    expect(await cardText(booked)).toBe('Halden Robotics no value No AE POA 24 Nov 3 d');
  });

  it('names the view of a deal on a master', async () => {
    expect(await cardText({ age: 3 }, true)).toContain('Camille · Organic');
  });

  it('shows what a deal is projected to bring', async () => {
    const card = boardCard({ probability: 75, projected: 90_000 });
    const { element } = await board([boardColumn({ cards: [card] })]);
    expect(textOf(element.querySelector('app-board-card'))).toContain('75% → $90K');
  });

  it('opens a deal, and all deals of a column from its header and its end', async () => {
    const page = await board([boardColumn()]);
    const address = () => TestBed.inject(Router).url;
    button(page.element, 'Open Halden Robotics').click();
    await page.settle();
    expect(address()).toContain('deal=organic:d1');
    button(page.element, /^Legal 34 deals/).click();
    await page.settle();
    expect(address()).toContain('column=legal');
    await page.go('/v/organic/meetings-generation');
    button(page.element, 'Show all 34 Legal').click();
    await page.settle();
    expect(address()).toContain('column=legal');
  });

  it('offers all deals only where there are more, and says when a column is empty', async () => {
    const { element } = await board([
      boardColumn({ deals: 1 }),
      boardColumn({ id: 'intro', deals: 0, cards: [] }),
    ]);
    expect(element.querySelector('.all')).toBeNull();
    expect(textOf(element)).toContain('No deals here.');
  });

  it('copies one line per column, with projections and goals where it has them', () => {
    const formats = TestBed.inject(Formats);
    const words = { title: 'Deal pipeline', subtitle: 'Organic' };
    expect(copyOfBoard([boardColumn()], words, formats).rows).toEqual([['Legal', '34', '$2,140,000']]);
    const projected = copyOfBoard([boardColumn({ projected: 1_926_000, goal: 2_000_000 })], words, formats);
    expect(projected.columns.map(({ label }) => label)).toEqual([
      'Column',
      'Deals',
      'Value',
      'Projected',
      'Goal',
    ]);
    expect(projected.rows).toEqual([['Legal', '34', '$2,140,000', '$1,926,000', '$2,000,000']]);
  });
});
