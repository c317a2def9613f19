import { HttpEventType } from '@angular/common/http';
import { heldRun, run, view } from '../../testing/answers';
import { DataPage } from '../data.page';
import { button, openPage, textOf } from '../../testing/at';
import { streamsOfEvents } from '../../testing/event-source';
import {
  DATA_ADDRESS,
  RUNS,
  answerHistory,
  answerViews,
  choose,
  dataPage,
  pageOf,
  upload,
} from '../../testing/data-page';

const SHEET = 'https://docs.google.com/spreadsheets/d/1AbC/edit#gid=0';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('uploading a sheet', () => {
  it('uploads a file and shows progress in bytes, then in rows', async () => {
    const page = await dataPage();
    const sent = choose(page);
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

  it('shows how far the import is as the server tells it, and asks once it has ended', async () => {
    const streams = streamsOfEvents();
    const page = await dataPage();
    choose(page).flush(run({ status: 'queued', report: null }), { status: 202, statusText: 'Accepted' });
    await page.settle();
    const { id, view_id, started_by, source } = run();
    const progress = { phase: 'storing' as const, rows_read: 120, fraction: 0.4 };
    const told = { id, view_id, status: 'running', started_by, source, progress, time_left_ms: 12_000 };
    streams[0]?.says('run', JSON.stringify(told));
    await page.settle();
    expect(textOf(page.element.querySelector('app-upload-card'))).toContain(
      '120 rows read · about 15 s left',
    );
    page.api.expectNone(`${RUNS}/${id}`);
    streams[0]?.says('run', JSON.stringify({ ...told, status: 'published', time_left_ms: null }));
    await page.settle();
    page.api.expectOne(`${RUNS}/${id}`).flush(run());
    await page.settle();
    await answerViews(page);
    await answerHistory(page, [run()]);
    expect(textOf(page.element.querySelector('.result'))).toContain('Published');
  });

  it('replaces the data unless told otherwise', async () => {
    const page = await dataPage();
    expect(textOf(page.element.querySelector('app-import-choices'))).toContain(
      'deals that it does not have are removed',
    );
    expect(choose(page).request.params.toString()).toBe('mode=replace&dry_run=false');
  });

  it('takes nothing away from a view that has nothing', async () => {
    const page = await dataPage(view({ data: { ...view().data, records_count: 0 } }));
    const choices = () => textOf(page.element.querySelector('app-import-choices'));
    expect(choices()).toContain('The sheet becomes the data of this view.');
    expect(choices()).not.toContain('removed');
  });

  it('merges, and shows the difference first, when told so', async () => {
    const page = await dataPage();
    button(page.element, 'Merge').click();
    page.element.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
    await page.settle();
    expect(button(page.element, 'Merge').getAttribute('aria-pressed')).toBe('true');
    expect(textOf(page.element.querySelector('app-import-choices'))).toContain('nothing is removed');
    expect(choose(page).request.params.toString()).toBe('mode=merge&dry_run=true');
  });

  it('offers no merge where every row is a deal of its own', async () => {
    const page = await dataPage(view({ dedupe: 'none' }));
    expect(button(page.element, 'Merge').disabled).toBe(true);
    expect(textOf(page.element.querySelector('app-import-choices'))).toContain('Merging needs a rule');
  });

  it('imports a Google Sheet by its address', async () => {
    const page = await dataPage(view({ sheet_url: SHEET, sheet_name: 'Deals' }));
    button(page.element, 'Google Sheet').click();
    await page.settle();
    const tab = page.element.querySelectorAll<HTMLInputElement>('app-sheet-form input')[1];
    if (!tab) throw new Error('There is no field for the tab.');
    tab.value = ' ';
    tab.dispatchEvent(new Event('input'));
    button(page.element, 'Import the sheet').click();
    const sent = page.api.expectOne(({ url, method }) => url === RUNS && method === 'POST');
    expect(sent.request.body).toEqual({
      sheet_url: SHEET,
      sheet_name: null,
      mode: 'replace',
      dry_run: false,
    });
    sent.flush(heldRun(), { status: 202, statusText: 'Accepted' });
    await page.settle();
    await answerViews(page);
    await answerHistory(page, [heldRun()]);
    expect(document.activeElement?.tagName).toBe('APP-DECISION-PANEL');
  });

  it('says why a sheet could not be had', async () => {
    const page = await dataPage(view({ sheet_url: SHEET }));
    button(page.element, 'Google Sheet').click();
    await page.settle();
    button(page.element, 'Import the sheet').click();
    const detail = 'This address names no sheet of Google Sheets.';
    const problem = {
      type: '',
      title: 'Unprocessable Content',
      status: 422,
      detail,
      errors: [],
      request_id: 'r',
    };
    page.api
      .expectOne(({ url, method }) => url === RUNS && method === 'POST')
      .flush(problem, { status: 422, statusText: 'Unprocessable Content' });
    await page.settle();
    expect(textOf(page.element.querySelector('[role="alert"]'))).toBe(`The sheet was not taken ${detail}`);
  });

  it('lists the columns that a sheet may have, and has a template', async () => {
    const page = await dataPage();
    const links = [...page.element.querySelectorAll('app-expected-columns a[download]')];
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/api/import-columns/template?format=csv',
      '/api/import-columns/template?format=xlsx',
    ]);
    button(page.element, 'Which columns a sheet may have').click();
    const column = {
      field: 'owner',
      label: 'Owner',
      also_called: ['AE'],
      proposed_for: [],
      kind: 'text',
      is_required: false,
      description: 'Account executive who owns the deal.',
      values: [],
      example: 'Camille',
    };
    (await page.request('/api/import-columns')).flush(pageOf([column]));
    await page.settle();
    expect(textOf(page.element.querySelector('app-expected-columns tbody'))).toBe(
      'Owner or AE Account executive who owns the deal. Camille',
    );
  });

  it('cancels the import, and says so', async () => {
    const page = await dataPage();
    choose(page).flush(run({ status: 'running', report: null }), { status: 202, statusText: 'Accepted' });
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
    choose(page).flush(run({ status: 'running', report: null }), { status: 202, statusText: 'Accepted' });
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

  it('shows why a run failed and that the data is unchanged', async () => {
    const page = await dataPage();
    await upload(page, run({ status: 'failed', report: null, error: 'The sheet has no Client column.' }));
    const result = textOf(page.element.querySelector('.result'));
    expect(result).toContain('The import failed; the data is unchanged');
    expect(result).toContain('The sheet has no Client column.');
  });

  it('shows why a file was not accepted', async () => {
    const page = await dataPage();
    choose(page).flush(
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
    expect(textOf(page.element.querySelector('[role="alert"]'))).toBe(
      'The sheet was not taken At most 64 MiB.',
    );
    expect(page.element.querySelector('input[type="file"]')).not.toBeNull();
  });

  it('says of a sheet for another view nothing here', async () => {
    const page = await openPage(DataPage, DATA_ADDRESS, {
      views: [view(), view({ id: 'signal', name: 'Signal' })],
    });
    await answerHistory(page, []);
    choose(page).flush(
      { title: 'Too large', status: 413, detail: 'At most 64 MiB.' },
      { status: 413, statusText: '' },
    );
    await page.settle();
    const said = () => page.element.querySelector('app-upload-card [role="alert"]');
    expect(said()).not.toBeNull();
    await page.go(DATA_ADDRESS.replace('organic', 'signal'));
    expect(said()).toBeNull();
  });

  it('names the view of an import that goes on elsewhere', async () => {
    const page = await openPage(DataPage, DATA_ADDRESS, {
      views: [view(), view({ id: 'signal', name: 'Signal' })],
    });
    await answerHistory(page, []);
    choose(page).flush(run({ status: 'running', report: null }), { status: 202, statusText: 'Accepted' });
    await page.settle();
    const card = () => textOf(page.element.querySelector('app-upload-card'));
    expect(card()).not.toContain('It goes into');
    await page.go(DATA_ADDRESS.replace('organic', 'signal'));
    expect(card()).toContain('It goes into Organic.');
  });

  it('says whom to ask without the right to upload', async () => {
    const page = await dataPage(view({ can: ['read'] }));
    expect(textOf(page.element.querySelector('app-upload-card'))).toContain(
      'Ask a super admin for upload access',
    );
    expect(page.element.querySelector('input[type="file"]')).toBeNull();
  });
});
