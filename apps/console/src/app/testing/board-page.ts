import { Component } from '@angular/core';
import type { AsherPov, BoardData, BoardPreferences } from '@app/contracts';
import { BoardDeals } from '../board/board-deals';
import { BoardFrame } from '../board/board-frame';
import { BoardStore } from '../board/board-store';
import { view } from './answers';
import { type OpenedPage, button, openPage, textOf } from './at';
import { boardData, savedBoard } from './board';
import { fakePage } from './page-context';

@Component({
  imports: [BoardFrame],
  providers: [BoardDeals, BoardStore],
  template: '<app-board-frame kind="projections" heading="Closing projections" aside="open deals" />',
})
class BoardPage {}

export const DATA = '/api/views/organic/boards/projections';
export const OWN = '/api/views/organic/preferences/projections';
export const POV = '/api/views/organic/asher-pov';
export const DEALS = boardData([
  ['a', 'Halden', 'B Legals', 120_000],
  ['b', 'Lumen', 'B Legals', 96_000],
  ['c', 'Orbis', 'C Proposal sent', 40_000],
]);

/** Halden and Orbis of Zoé, Lumen of nobody. */
export const MIXED: BoardData = {
  ...DEALS,
  deals: DEALS.deals.map((each, at) => ({ ...each, owner: at === 1 ? null : 'Zoé' })),
};

export const POV_BOARD: AsherPov = {
  ...savedBoard({ delayed: [{ id: 'a', client: 'Halden', stage: 'B Legals', probability: 50 }] }),
  saved_by: 'asher@example.com',
  note: 'As told on Monday',
};

interface Answers {
  data?: BoardData;
  own?: BoardPreferences;
  pov?: AsherPov;
  url?: string;
  mayWritePov?: boolean;
}

/** The board Closing Projections as a page of its own, with its data, one's own board and Asher's. */
export async function opened({
  data = DEALS,
  own = savedBoard(),
  pov = POV_BOARD,
  url = '',
  mayWritePov = false,
}: Answers = {}) {
  fakePage();
  const page = await openPage(BoardPage, `/v/organic/projections?period=half:2026-H2${url}`, {
    views: [view({ can: mayWritePov ? ['read', 'write_pov'] : ['read'] })],
  });
  (await page.request(DATA)).flush(data);
  (await page.request(OWN)).flush(own);
  (await page.request(POV)).flush(pov);
  await page.settle();
  return page;
}

/** Clients of each column. */
export const clients = ({ element }: OpenedPage) =>
  [...element.querySelectorAll('app-board-column')].map((column) =>
    [...column.querySelectorAll('.client')].map(textOf),
  );
export const card = ({ element }: OpenedPage, key: string) => {
  const found = element.querySelector<HTMLElement>(`[data-card="organic/${key}"]`);
  if (!found) throw new Error(`There is no card ${key}.`);
  return found;
};
export const press = async (page: OpenedPage, on: string, ...keys: string[]) => {
  for (const key of keys) {
    card(page, on).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await page.settle();
  }
};
export const click = async (page: OpenedPage, name: string | RegExp) => {
  button(page.element, name).click();
  await page.settle();
};
export const heads = ({ element }: OpenedPage) => [...element.querySelectorAll('header')].map(textOf);
export const said = () => textOf(document.querySelector('.cdk-live-announcer-element'));
export const news = ({ element }: OpenedPage) => textOf(element.querySelector('.news'));
/** What the board says now. */
export const told = ({ element }: OpenedPage) => textOf(element.querySelector('app-board-said .words'));
export const bar = ({ element }: OpenedPage) => textOf(element.querySelector('app-board-bar'));
