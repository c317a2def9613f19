import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { RunStatus } from '@app/contracts';
import { heldRun, run, view } from '../testing/answers';
import { type OpenedPage, button, textOf } from '../testing/at';
import { DATA_ADDRESS, RUNS, answerHistory, dataPage, openRuns, upload } from '../testing/data-page';
import { type Source, streamsOfEvents } from '../testing/event-source';

const ADA = 'ada@example.com';
const inAddress = () => TestBed.inject(Router).parseUrl(TestBed.inject(Router).url).queryParamMap.get('run');
const report = (page: OpenedPage) => page.element.querySelector('app-run-report');

function tell(streams: readonly Source[], id: string, status: RunStatus) {
  const { view_id, source, progress } = run();
  const event = { id, view_id, status, started_by: ADA, source, progress, time_left_ms: null };
  streams[0]?.says('run', JSON.stringify(event));
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the open run', () => {
  it('is the one that the address names, however long ago it was', async () => {
    const page = await dataPage(view(), [run()], `${DATA_ADDRESS}&run=run-0`);
    await openRuns(page, [run({ id: 'run-0' })]);
    expect(report(page)).not.toBeNull();
  });

  it('stands in the address once it is opened, until it is closed', async () => {
    const page = await dataPage(view(), [run()]);
    button(page.element, 'Open report').click();
    await page.settle();
    expect(inAddress()).toBe('run-1');
    await openRuns(page, [run()]);
    button(page.element, 'Open report').click();
    await page.settle();
    expect([inAddress(), report(page)]).toEqual([null, null]);
  });

  it('stands in the address once it was brought in', async () => {
    const page = await dataPage(view(), [run({ id: 'run-0' })], `${DATA_ADDRESS}&run=run-0`);
    await upload(page, run());
    expect([inAddress(), report(page) !== null]).toEqual(['run-1', true]);
  });

  it('is none where the view has no such run, and says so', async () => {
    const page = await dataPage(view(), [run()], `${DATA_ADDRESS}&run=none`);
    page.api.expectOne(`${RUNS}/none`).flush(null, { status: 404, statusText: 'Not Found' });
    await page.settle();
    expect(textOf(page.element.querySelector('.page'))).toContain('This view has no import that');
    button(page.element, 'Close').click();
    await page.settle();
    expect(inAddress()).toBeNull();
  });

  it('keeps the list that its reader chose when it is loaded anew', async () => {
    const streams = streamsOfEvents();
    const page = await dataPage(view(), [run()], `${DATA_ADDRESS}&run=run-1`);
    button(page.element, /^As it was read/).click();
    await page.settle();
    tell(streams, 'run-1', 'published');
    await page.settle();
    await openRuns(page, [run()]);
    expect(page.element.querySelector('app-as-read')).not.toBeNull();
  });

  it('says that it is under way, if it is', async () => {
    const page = await dataPage(view(), [], `${DATA_ADDRESS}&run=run-1`);
    await openRuns(page, [run({ status: 'running', report: null })]);
    expect(textOf(page.element.querySelector('.page'))).toContain('This import is under way.');
  });

  it('asks for no decision that somebody else has taken', async () => {
    const streams = streamsOfEvents();
    const page = await dataPage();
    await upload(page, heldRun());
    tell(streams, 'run-9', 'discarded');
    await page.settle();
    const discarded = heldRun({ status: 'discarded', decided_by: ADA });
    await answerHistory(page, [discarded]);
    expect(page.element.querySelector('app-decision-panel')).toBeNull();
    expect(textOf(page.element.querySelector('app-run-history'))).toContain(`decided by ${ADA}`);
  });
});

it('says who cancelled the open run', async () => {
  const cancelled = run({ status: 'cancelled', report: null, decided_by: ADA });
  const page = await dataPage(view(), [cancelled], `${DATA_ADDRESS}&run=run-1`);
  expect(textOf(page.element.querySelector('.result'))).toContain(
    `unchanged of organic.csv cancelled by ${ADA}`,
  );
});

describe('the imports of other people', () => {
  it('enter the history when they begin and when they end, and are not followed', async () => {
    const streams = streamsOfEvents();
    const page = await dataPage(view(), [run()]);
    const history = () => textOf(page.element.querySelector('app-run-history tbody tr'));
    tell(streams, 'run-2', 'running');
    const theirs = run({ id: 'run-2', started_by: ADA, status: 'running', report: null });
    await answerHistory(page, [theirs, run()]);
    expect(history()).toContain('Under way');
    expect(page.element.querySelector('[role="progressbar"]')).toBeNull();
    tell(streams, 'run-2', 'running');
    await page.settle();
    page.api.expectNone(({ url }) => url === RUNS);
    tell(streams, 'run-2', 'published');
    await answerHistory(page, [run({ ...theirs, status: 'published' }), run()]);
    expect(history()).toContain('Published');
    expect(report(page)).toBeNull();
  });

  it('are told from the reader’s own, which is followed after a reload', async () => {
    const page = await dataPage(view(), [run({ status: 'running', report: null })]);
    expect(page.element.querySelector('app-upload-card [role="progressbar"]')).not.toBeNull();
  });
});
