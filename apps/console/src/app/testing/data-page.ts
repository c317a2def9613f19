import type { IngestionRun, IngestionRunSummary, Page } from '@app/contracts';
import { DataPage } from '../data/data.page';
import { view } from './answers';
import { type OpenedPage, openPage } from './at';

export const DATA_ADDRESS = '/v/organic/data?period=half:2026-H2';
export const RUNS = '/api/views/organic/ingestions';
const SHEET = new File(['Client\nHalden'], 'organic.csv', { type: 'text/csv' });

/** A page of a list of the API, its last one. */
export const pageOf = <Item>(items: Item[]): Page<Item> => ({
  items,
  next_cursor: null,
  total: items.length,
});

/** The data page of a view, with its history, and with older imports that wait for a decision. */
export async function dataPage(
  opened = view(),
  runs: IngestionRun[] = [],
  address = DATA_ADDRESS,
  older: IngestionRun[] = [],
): Promise<OpenedPage> {
  const page = await openPage(DataPage, address, { views: [opened] });
  if (!opened.is_master) await answerHistory(page, runs, older);
  return page;
}

/** Answers the list of runs, and that of those that wait for a decision. */
export async function answerHistory(
  page: OpenedPage,
  items: IngestionRun[],
  older: IngestionRun[] = [],
): Promise<void> {
  await page.settle();
  const requests = page.api.match((request) => request.url === RUNS && request.method === 'GET');
  for (const each of requests.filter(({ cancelled }) => !cancelled)) {
    const statuses = each.request.params.getAll('status');
    const asked = statuses ? [...items, ...older].filter(({ status }) => statuses.includes(status)) : items;
    each.flush(pageOf(asked.map(listed)));
  }
  await page.settle();
  await openRuns(page, items);
}

/** Answers what asks for a run by itself. */
export async function openRuns(page: OpenedPage, runs: readonly IngestionRun[]): Promise<void> {
  for (const each of runs)
    page.api
      .match((request) => request.url === `${RUNS}/${each.id}` && request.method === 'GET')
      .forEach((request) => !request.cancelled && request.flush(each));
  await page.settle();
}

/** A run as the history has it: without the lists of its report. */
function listed({ report: whole, ...rest }: IngestionRun): IngestionRunSummary {
  if (!whole) return { ...rest, report: null };
  const {
    findings: _,
    duplicates: __,
    unknown_columns: ___,
    proposals: ____,
    first_rows: _5,
    ...summary
  } = whole;
  return { ...rest, report: summary };
}

/** Chooses a file, as a person would; returns the request that sends it. */
export function choose(page: OpenedPage, file = SHEET) {
  const field = page.element.querySelector<HTMLInputElement>('input[type="file"]');
  if (!field) throw new Error('There is no file field.');
  Object.defineProperty(field, 'files', { value: [file], configurable: true });
  field.dispatchEvent(new Event('change'));
  return page.api.expectOne((request) => request.url === RUNS && request.method === 'POST');
}

/** Uploads a file and ends its run as the test says. */
export async function upload(page: OpenedPage, ended: IngestionRun): Promise<void> {
  choose(page).flush(ended, { status: 202, statusText: 'Accepted' });
  await page.settle();
  await answerViews(page);
  await answerHistory(page, [ended]);
}

/** Answers the list of views that is loaded once an import has ended. */
export async function answerViews(page: OpenedPage): Promise<void> {
  page.api.expectOne('/api/views').flush(pageOf([view()]));
  await page.settle();
}
