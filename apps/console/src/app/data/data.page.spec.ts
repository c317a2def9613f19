import { report, run, view } from '../testing/answers';
import { button, openPage, textOf } from '../testing/at';
import { runEvent, streamsOfEvents } from '../testing/event-source';
import { DATA_ADDRESS, RUNS, dataPage, openRuns } from '../testing/data-page';
import { DataPage } from './data.page';

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the data page', () => {
  it('shows the state of the data', async () => {
    const page = await dataPage();
    const state = textOf(page.element.querySelector('app-state-card'));
    expect(state).toContain('Deals 312 Revision 57');
    expect(state).toContain('Duplicates Rows with the same client and stage');
  });

  it('exports the records in the order in which they are listed', async () => {
    const page = await dataPage();
    const card = await page.loaded('app-records-card app-export-menu');
    card.querySelector('button')?.click();
    await page.settle();
    const links = [...document.querySelectorAll<HTMLAnchorElement>('.menu a[download]')].map((link) =>
      link.getAttribute('href'),
    );
    const shown = ['client', 'stage', 'owner', 'discovery_date', 'poa_date', 'billing_start'];
    const columns = [...shown, 'expected_arr', 'pipeline'].map((column) => `columns=${column}`).join('&');
    expect(links).toEqual([
      `/api/views/organic/records/export?sort=-discovery_date&${columns}&format=csv`,
      `/api/views/organic/records/export?sort=-discovery_date&${columns}&format=xlsx`,
    ]);
  });

  it('says that the sample was removed, not that nothing was published', async () => {
    const source = { type: 'sample' as const, name: 'Sample data', url: null, size: 0 };
    const data = { ...view().data, records_count: 0, source_type: null, last_update: null };
    const page = await dataPage(view({ data }), [
      run({ source, report: report({ kept: 0 }) }),
      run({ id: 'run-0', source: { ...source, size: 900 }, started_by: 'installation' }),
    ]);
    const cells = [...page.element.querySelectorAll('app-run-history tbody td')].map(textOf);
    expect(cells.slice(2, 6)).toEqual(['Sample removed', 'Removed 0 deals', '0', '']);
    expect(cells[7]).toBe('The system');
    const state = textOf(page.element.querySelector('app-state-card'));
    expect(state).toContain('This view has no data now: the next sheet fills it.');
    expect(state).not.toMatch(/Source|Revision|Last/);
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
    expect(textOf(page.element.querySelector('app-run-report'))).toContain('Amounts that cannot be read');
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

  it('says that Master is the sum of its views, and where imports wait', async () => {
    const master = view({
      id: 'organic',
      name: 'Master',
      is_master: true,
      aggregates_from: ['signal'],
      data: { ...view().data, revision: '7-2-3-5' },
      can: ['read'],
    });
    const streams = streamsOfEvents();
    const page = await openPage(DataPage, DATA_ADDRESS, {
      views: [master, view({ id: 'signal', name: 'Signal' })],
    });
    const card = () => textOf(page.element.querySelector('app-master-card'));
    expect(card()).toContain('Signal 312 deals');
    streams[0]?.says('run', runEvent({ view_id: 'signal' }));
    await page.settle();
    expect(card()).toContain('Signal 1 import waits for a decision 312 deals');
    expect(textOf(page.element.querySelector('app-state-card'))).not.toContain('Revision');
    expect(page.element.querySelector('input[type="file"]')).toBeNull();
  });

  it('counts the last imports that said something of the sheet, however many previews came to nothing since', async () => {
    const discarded = Array.from({ length: 9 }, (_, at) => run({ id: `gone-${at}`, status: 'discarded' }));
    const page = await dataPage(view(), [...discarded, run()], undefined, [run({ id: 'older' })]);
    expect(textOf(page.element.querySelector('app-state-card'))).toContain('2 of 2 went through');
  });
});
