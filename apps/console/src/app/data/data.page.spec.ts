import { HttpEventType } from '@angular/common/http';
import type { IngestionRun, IngestionRunSummary } from '@app/contracts';
import { heldRun, report, run, view } from '../testing/answers';
import { type OpenedPage, button, openPage, textOf } from '../testing/at';
import { DataPage } from './data.page';

const ADDRESS = '/v/organic/data?period=half:2026-H2';
const RUNS = '/api/views/organic/ingestions';
const sheet = new File(['Client\nHalden'], 'organic.csv', { type: 'text/csv' });

async function dataPage(opened = view(), runs: IngestionRun[] = []) {
  const page = await openPage(DataPage, ADDRESS, { views: [opened] });
  if (!opened.is_master) await history(page, runs);
  return page;
}

async function history(page: OpenedPage, items: IngestionRun[]) {
  await page.settle();
  const requests = page.api.match((request) => request.url === RUNS && request.method === 'GET');
  requests.at(-1)?.flush({ items: items.map(listed), next_cursor: null, total: items.length });
  await page.settle();
  await openRuns(page, items);
}

/** Answers what asks for a run by itself. */
async function openRuns(page: OpenedPage, runs: readonly IngestionRun[]) {
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
    first_rows: _____,
    ...summary
  } = whole;
  return { ...rest, report: summary };
}

function choose(page: OpenedPage, file: File) {
  const field = page.element.querySelector<HTMLInputElement>('input[type="file"]');
  if (!field) throw new Error('There is no file field.');
  Object.defineProperty(field, 'files', { value: [file], configurable: true });
  field.dispatchEvent(new Event('change'));
}

/** Uploads the file and ends its run as the test says. */
async function upload(page: OpenedPage, ended: IngestionRun) {
  choose(page, sheet);
  const sent = page.api.expectOne((request) => request.url === RUNS && request.method === 'POST');
  sent.flush(ended, { status: 202, statusText: 'Accepted' });
  await page.settle();
  page.api.expectOne('/api/views').flush({ items: [view()], next_cursor: null, total: 1 });
  await history(page, [ended]);
}

describe('the data page', () => {
  it('shows the state of the data', async () => {
    const page = await dataPage();
    const state = textOf(page.element.querySelector('app-state-card'));
    expect(state).toContain('312 deals');
    expect(state).toContain('Revision 57');
    expect(state).toContain('Same client and stage');
  });

  it('exports the records in the order in which they are listed', async () => {
    const page = await dataPage();
    const card = await page.loaded('app-records-card app-export-menu');
    card.querySelector('button')?.click();
    await page.settle();
    const links = [...document.querySelectorAll<HTMLAnchorElement>('a[download]')].map((link) =>
      link.getAttribute('href'),
    );
    const shown = ['client', 'stage', 'owner', 'discovery_date', 'poa_date', 'billing_start'];
    const columns = [...shown, 'expected_arr', 'pipeline'].map((column) => `columns=${column}`).join('&');
    expect(links).toEqual([
      `/api/views/organic/records/export?sort=-discovery_date&${columns}&format=csv`,
      `/api/views/organic/records/export?sort=-discovery_date&${columns}&format=xlsx`,
    ]);
  });

  it('uploads a file and shows progress in bytes, then in rows', async () => {
    const page = await dataPage();
    choose(page, sheet);
    const sent = page.api.expectOne((request) => request.url === RUNS && request.method === 'POST');
    expect((sent.request.body as FormData).get('file')).toBeInstanceOf(File);
    sent.event({ type: HttpEventType.UploadProgress, loaded: 6, total: 13 });
    await page.settle();
    expect(textOf(page.element.querySelector('[role="status"]'))).toContain('6 bytes of 13 bytes');
    const running = { phase: 'reading' as const, rows_read: 120, fraction: 0.4 };
    sent.flush(run({ status: 'running', report: null, progress: running }), {
      status: 202,
      statusText: 'Accepted',
    });
    await page.settle();
    const progress = page.element.querySelector('[role="progressbar"]');
    expect(textOf(page.element.querySelector('app-upload-card'))).toContain('120 rows read');
    expect(progress?.getAttribute('aria-valuenow')).toBe('40');
    expect(page.element.querySelector('input[type="file"]')).toBeNull();
  });

  it('cancels the import, and says so', async () => {
    const page = await dataPage();
    choose(page, sheet);
    page.api
      .expectOne((request) => request.url === RUNS && request.method === 'POST')
      .flush(run({ status: 'running', report: null }), { status: 202, statusText: 'Accepted' });
    await page.settle();
    button(page.element, 'Cancel the import').click();
    await page.settle();
    expect(button(page.element, 'Cancel the import').disabled).toBe(true);
    const cancelled = run({ status: 'cancelled', report: null, decided_by: 'hugo@example.com' });
    page.api.expectOne({ method: 'DELETE', url: `${RUNS}/run-1` }).flush(cancelled);
    await page.settle();
    expect(textOf(page.element.querySelector('.result'))).toContain('Cancelled; the data is unchanged');
  });

  it('says why an import can be cancelled no more', async () => {
    const page = await dataPage();
    choose(page, sheet);
    page.api
      .expectOne((request) => request.url === RUNS && request.method === 'POST')
      .flush(run({ status: 'running', report: null }), { status: 202, statusText: 'Accepted' });
    await page.settle();
    button(page.element, 'Cancel the import').click();
    const detail = 'This import is being published and cannot be cancelled any more.';
    const problem = { type: '', title: 'Conflict', status: 409, detail, errors: [], request_id: 'r' };
    page.api
      .expectOne({ method: 'DELETE', url: `${RUNS}/run-1` })
      .flush(problem, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(textOf(page.element.querySelector('app-upload-card [role="alert"]'))).toBe(detail);
  });

  it('shows the report of the run: rows that add up, findings by row and column', async () => {
    const page = await dataPage();
    await upload(page, run());
    const result = textOf(page.element.querySelector('.result'));
    expect(result).toContain('Published: 296 deals');
    expect(result).toContain('322 rows read = 296 kept + 16 merged as duplicates + 10 left out');
    expect(result).toContain('5 Expected ARR "N/A" is no amount. N/A');
    expect(result).toContain('Columns that were not recognised Comment');
    expect(result).toContain('12 Halden Robotics B Legals $24,000');
  });

  it.each([
    ['Export the findings', 'findings'],
    ['Export the merged rows', 'duplicates'],
  ])('offers the whole list as a file: %s', async (label, list) => {
    const page = await dataPage();
    await upload(page, run());
    button(page.element, label).click();
    await page.settle();
    const files = [...document.querySelectorAll<HTMLAnchorElement>('.menu a[download]')];
    expect(files.map((file) => file.getAttribute('href'))).toEqual([
      `${RUNS}/${run().id}/${list}/export?format=csv`,
      `${RUNS}/${run().id}/${list}/export?format=xlsx`,
    ]);
  });

  it('warns about merged rows, and imports the same file under another rule', async () => {
    const page = await dataPage();
    await upload(page, run());
    const warning = page.element.querySelector('app-dedupe-warning');
    expect(textOf(warning)).toContain('16 rows worth $384,000 were merged');
    expect(textOf(warning)).toContain('8 rows worth $46,000 have no client');
    expect(textOf(warning)).toContain('2 rows repeat the header or add up the rows above them');
    button(page.element, /Use this rule : Every row/).click();
    const change = page.api.expectOne((request) => request.method === 'PATCH');
    expect([change.request.url, change.request.body]).toEqual(['/api/views/organic', { dedupe: 'none' }]);
    change.flush(view({ dedupe: 'none' }));
    await page.settle();
    const again = page.api.expectOne((request) => request.url === RUNS && request.method === 'POST');
    expect((again.request.body as FormData).get('file')).toMatchObject({ name: 'organic.csv' });
  });

  it('says whom to ask without the right to change the rule', async () => {
    const page = await dataPage(view({ can: ['read', 'upload'] }));
    choose(page, sheet);
    page.api
      .expectOne((request) => request.url === RUNS && request.method === 'POST')
      .flush(run(), { status: 202, statusText: 'Accepted' });
    await page.settle();
    expect(textOf(page.element.querySelector('app-dedupe-warning'))).toContain('ask a super admin');
    expect(() => button(page.element, /Use this rule/)).toThrow();
  });

  it('does not mention rules when every row counts', async () => {
    const page = await dataPage();
    await upload(
      page,
      run({ report: report({ duplicates_count: 0, duplicates: [], skipped: 0, kept: 320 }) }),
    );
    expect(page.element.querySelector('app-run-report')).not.toBeNull();
    expect(page.element.querySelector('app-dedupe-warning')).toBeNull();
  });

  it('shows why a run failed and that the data is unchanged', async () => {
    const page = await dataPage();
    await upload(page, run({ status: 'failed', report: null, error: 'The sheet has no Client column.' }));
    const result = textOf(page.element.querySelector('.result'));
    expect(result).toContain('The import failed; the data is unchanged');
    expect(result).toContain('The sheet has no Client column.');
  });

  it('shows why a file was not accepted', async () => {
    const page = await dataPage();
    choose(page, sheet);
    page.api
      .expectOne((request) => request.url === RUNS && request.method === 'POST')
      .flush(
        {
          type: 'about:blank',
          title: 'Too large',
          status: 413,
          detail: 'At most 64 MiB.',
          errors: [],
          request_id: 'r',
        },
        { status: 413, statusText: 'Payload Too Large' },
      );
    await page.settle();
    expect(textOf(page.element.querySelector('[role="alert"]'))).toBe('Too large At most 64 MiB.');
    expect(page.element.querySelector('input[type="file"]')).not.toBeNull();
  });

  describe('a held upload', () => {
    it('says how many others wait, and which one was discarded automatically', async () => {
      const superseded = heldRun({
        id: 'run-5',
        status: 'discarded',
        source: { ...run().source, name: 'older.csv' },
        finished_at: '2026-11-22T10:00:02.000Z',
      });
      const decided = heldRun({ ...superseded, id: 'run-4', decided_by: 'ada@example.com' });
      const long = heldRun({ ...superseded, id: 'run-3', finished_at: '2026-11-21T10:00:00.000Z' });
      const others = [heldRun({ id: 'run-8' }), heldRun({ id: 'run-7' })];
      const page = await dataPage(view(), [heldRun(), ...others, superseded, decided, long]);
      const question = textOf(page.element.querySelector('app-hold-question'));
      expect(question).toContain('2 other uploads of this view also wait for a decision');
      expect(question.split('was discarded automatically')).toHaveLength(2);
      expect(question).toContain('older.csv of');
    });

    const question = (page: OpenedPage) => textOf(page.element.querySelector('app-hold-question'));

    it('shows its reasons, and is published on a second click', async () => {
      const page = await dataPage();
      await upload(page, heldRun());
      expect(question(page)).toContain('50 of the 58 deals here would be removed.');
      expect(question(page)).toContain('A quote in row 11, column Client never closes.');
      expect(textOf(page.element.querySelector('.result'))).toContain('50 would be removed');
      expect(page.element.querySelector('app-dedupe-warning')).toBeNull();
      button(page.element, 'Publish anyway').click();
      await page.settle();
      expect(button(page.element, 'Publish anyway').disabled).toBe(true);
      page.api.expectOne(`${RUNS}/run-9/publish`).flush(run({ id: 'run-9' }));
      await page.settle();
      page.api.expectOne('/api/views').flush({ items: [view()], next_cursor: null, total: 1 });
      await history(page, [run({ id: 'run-9' })]);
      expect(page.element.querySelector('app-hold-question')).toBeNull();
      expect(textOf(page.element.querySelector('.result'))).toContain('Published: 296 deals');
    });

    it('is discarded, and the data is unchanged', async () => {
      const page = await dataPage();
      await upload(page, heldRun());
      button(page.element, 'Discard the upload').click();
      const discarded = heldRun({ status: 'discarded', decided_by: 'hugo@example.com' });
      page.api.expectOne({ method: 'DELETE', url: `${RUNS}/run-9` }).flush(discarded);
      await page.settle();
      page.api.expectOne('/api/views').flush({ items: [view()], next_cursor: null, total: 1 });
      await history(page, [discarded]);
      expect(textOf(page.element.querySelector('.result'))).toContain('Discarded; the data is unchanged');
      expect(textOf(page.element.querySelector('app-run-history'))).toContain('decided by hugo@example.com');
    });

    it('is shown to the next visitor, and can be closed', async () => {
      const page = await dataPage(view(), [heldRun(), run()]);
      expect(question(page)).toContain('Not published yet: check this first');
      expect(textOf(page.element.querySelector('app-run-history'))).toContain('Awaiting a decision');
      button(page.element, 'Decide').click();
      await page.settle();
      expect(page.element.querySelector('app-hold-question')).toBeNull();
      button(page.element, 'Decide').click();
      await page.settle();
      await openRuns(page, [heldRun()]);
      expect(page.element.querySelector('app-hold-question')).not.toBeNull();
    });

    it('cannot be decided without the right to upload', async () => {
      const page = await dataPage(view({ can: ['read'] }), [heldRun()]);
      expect(question(page)).toContain('Somebody with upload access to this view decides.');
      expect(() => button(page.element, 'Publish anyway')).toThrow();
    });

    it('says when somebody else has already decided', async () => {
      const page = await dataPage(view(), [heldRun()]);
      button(page.element, 'Publish anyway').click();
      const detail = 'This upload is discarded, decided by ada@example.com: it waits for no decision.';
      const problem = { type: '', title: 'Conflict', status: 409, detail, errors: [], request_id: 'r' };
      page.api.expectOne(`${RUNS}/run-9/publish`).flush(problem, { status: 409, statusText: 'Conflict' });
      await page.settle();
      expect(question(page)).toContain('decided by ada@example.com');
      page.api.expectOne('/api/views').flush({ items: [view()], next_cursor: null, total: 1 });
      await history(page, [heldRun({ status: 'discarded', decided_by: 'ada@example.com' })]);
      expect(page.element.querySelector('app-hold-question')).toBeNull();
    });
  });

  it('says that the sample was removed, not that nothing was published', async () => {
    const source = { type: 'sample' as const, name: 'Sample data', url: null, size: 0 };
    const page = await dataPage(view({ data: { ...view().data, records_count: 0, source_type: null } }), [
      run({ source, report: report({ kept: 0 }) }),
    ]);
    const cells = [...page.element.querySelectorAll('app-run-history tbody td')].map(textOf);
    expect(cells.slice(2)).toEqual(['Sample removed', 'Removed', '–', '']);
    expect(textOf(page.element.querySelector('app-state-card'))).toContain('Source None yet');
  });

  it('opens and closes the report of an earlier run', async () => {
    const page = await dataPage(view(), [
      run(),
      run({ id: 'run-0', status: 'failed', report: null, error: 'Empty.' }),
    ]);
    expect(textOf(page.element.querySelector('app-run-history'))).toContain('Failed Empty.');
    button(page.element, 'Open report').click();
    await page.settle();
    expect(textOf(page.element.querySelector('[role="status"]'))).toBe('Loading the report…');
    await openRuns(page, [run()]);
    expect(textOf(page.element.querySelector('app-run-report'))).toContain('"N/A" is no amount.');
    expect(textOf(page.element.querySelector('app-dedupe-warning'))).toContain('upload the file again');
    button(page.element, 'Open report').click();
    await page.settle();
    expect(page.element.querySelector('app-run-report')).toBeNull();
  });

  it('says why a report could not be loaded, and tries again', async () => {
    const page = await dataPage(view(), [run()]);
    button(page.element, 'Open report').click();
    await page.settle();
    page.api.expectOne(`${RUNS}/run-1`).flush(null, { status: 503, statusText: 'Service Unavailable' });
    await page.settle();
    button(page.element.querySelector('app-problem-notice') ?? page.element, 'Try again').click();
    await page.settle();
    await openRuns(page, [run()]);
    expect(page.element.querySelector('app-run-report')).not.toBeNull();
  });

  it('says whom to ask without the right to upload', async () => {
    const page = await dataPage(view({ can: ['read'] }));
    expect(textOf(page.element.querySelector('app-upload-card'))).toContain(
      'Ask a super admin for upload access',
    );
    expect(page.element.querySelector('input[type="file"]')).toBeNull();
  });

  it('says that Master is the sum of its views', async () => {
    const master = view({
      id: 'organic',
      name: 'Master',
      is_master: true,
      aggregates_from: ['signal'],
      can: ['read'],
    });
    const page = await openPage(DataPage, ADDRESS, {
      views: [master, view({ id: 'signal', name: 'Signal' })],
    });
    expect(textOf(page.element.querySelector('app-master-card'))).toContain('Signal 312 deals');
    expect(page.element.querySelector('input[type="file"]')).toBeNull();
  });
});
