import type { TargetChangePage, Targets } from '@app/contracts';
import { flattenTargets, resolveTargets } from '@app/domain/targets';
import { TargetsPage } from '../admin-targets/targets.page';
import { view } from './answers';
import { type OpenedPage, button, openPage, textOf } from './at';
import { field } from './fields';

export const ADDRESS = '/v/organic/targets?period=half:2026-H2';
export const URL = '/api/views/organic/targets';
export const HISTORY = `${URL}/history`;
export const RAW = { intro_poa: { intro: 20, poa: 10 }, revenue_2026: { nov: 500_000 }, notes: 'ours' };

export const targets = (change: Partial<Targets> = {}): Targets => ({
  raw: RAW,
  resolved: flattenTargets(resolveTargets(change.raw ?? RAW)),
  views_sum: null,
  revision: 3,
  updated_at: '2026-11-20T10:00:00.000Z',
  updated_by: 'maya@example.com',
  ...change,
});

export const changedBy = (by: string, revision: number, key: string, after: unknown): TargetChangePage => ({
  items: [
    {
      id: `c${revision}`,
      revision,
      at: '2026-11-22T10:00:00.000Z',
      by,
      kind: 'edit',
      restored_revision: null,
      keys: [{ key, before: 10, after }],
    },
  ],
  next_cursor: null,
  total: 1,
});

const noChanges: TargetChangePage = { items: [], next_cursor: null, total: 0 };

export async function targetsPage(answer = targets(), opened = view()) {
  const page = await openPage(TargetsPage, ADDRESS, { views: [opened] });
  page.api.expectOne(URL).flush(answer);
  await histories(page);
  return page;
}

/** Answers all requests for the history: those of the list and of the form. */
export async function histories(page: OpenedPage, answer = noChanges) {
  await page.settle();
  for (const request of page.api.match((request) => request.url === HISTORY)) request.flush(answer);
  await page.settle();
}

export const rowOf = (page: OpenedPage, label: string) => textOf(field(page, label).closest('tr'));
export const panel = (page: OpenedPage) => textOf(page.element.querySelector('app-save-panel'));

export async function save(page: OpenedPage) {
  button(page.element, 'Save…').click();
  await page.settle();
  button(page.element, /^Save \d+ change/).click();
  return page.api.expectOne((request) => request.method === 'PUT');
}
