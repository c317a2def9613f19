import { heldRun, report, run, view } from '../../testing/answers';
import { type OpenedPage, button, textOf } from '../../testing/at';
import { said, undo } from '../../testing/said';
import { runEvent, streamsOfEvents } from '../../testing/event-source';
import { RUNS, answerHistory, answerViews, dataPage, openRuns, upload } from '../../testing/data-page';

describe('a held upload', () => {
  it('shows which others wait, and says which one was discarded automatically', async () => {
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
    const question = textOf(page.element.querySelector('app-decision-panel'));
    expect(textOf(page.element.querySelector('app-waiting-runs'))).toContain('2 imports wait for a decision');
    expect(question.split('was discarded automatically')).toHaveLength(2);
    expect(question).toContain('older.csv of');
  });

  const question = (page: OpenedPage) => textOf(page.element.querySelector('app-decision-panel'));

  it('shows its reasons, and is published on a second click', async () => {
    const page = await dataPage();
    await upload(page, heldRun());
    expect(question(page)).toContain('50 of the 58 deals here would be removed.');
    expect(question(page)).toContain('A quote in row 11, column Client never closes.');
    expect(question(page)).toContain(
      'Publishing adds 290 deals, changes 4 deals and removes 50 deals; the view then has 8 deals.',
    );
    expect(document.activeElement?.tagName).toBe('APP-DECISION-PANEL');
    button(page.element, 'Publish anyway').click();
    await page.settle();
    expect(button(page.element, 'Publish anyway').disabled).toBe(true);
    page.api.expectOne(`${RUNS}/run-9/publish`).flush(run({ id: 'run-9' }));
    await page.settle();
    await answerViews(page);
    await answerHistory(page, [run({ id: 'run-9' })]);
    expect(page.element.querySelector('app-decision-panel')).toBeNull();
    expect(textOf(page.element.querySelector('.result'))).toContain('Published: 296 deals');
    expect(document.activeElement?.className).toContain('result');
    expect(said()).toEqual(['Organic has the data of organic.csv.']);
  });

  it('says nothing of kinds of changes that it makes none of', async () => {
    const page = await dataPage();
    const whole = heldRun().report;
    if (!whole) throw new Error('A held run has a report.');
    await upload(page, heldRun({ report: { ...whole, added: 0, changed: 1, removed: 0, kept: 58 } }));
    expect(question(page)).toContain('Publishing changes 1 deal; the view then has 58 deals.');
  });

  it('is no upload where the sheet was fetched', async () => {
    const source = { ...run().source, type: 'google_sheets' as const };
    const page = await dataPage(view(), [heldRun({ source })]);
    expect(button(page.element, 'Discard this sheet').disabled).toBe(false);
  });

  it('is discarded, and the data is unchanged', async () => {
    const page = await dataPage();
    await upload(page, heldRun());
    button(page.element, 'Discard the upload').click();
    const discarded = heldRun({ status: 'discarded', decided_by: 'hugo@example.com' });
    page.api.expectOne({ method: 'DELETE', url: `${RUNS}/run-9` }).flush(discarded);
    await page.settle();
    await answerViews(page);
    await answerHistory(page, [discarded]);
    expect(textOf(page.element.querySelector('.result'))).toContain('Discarded; the data is unchanged');
    expect(textOf(page.element.querySelector('app-run-history'))).toContain('decided by hugo@example.com');
  });

  it('is shown to the next visitor, and can be closed', async () => {
    const page = await dataPage(view(), [heldRun(), run()]);
    expect(question(page)).toContain('Not published yet: check this first');
    expect(textOf(page.element.querySelector('app-run-history'))).toContain('Awaiting a decision');
    button(page.element, 'Decide').click();
    await page.settle();
    expect(page.element.querySelector('app-decision-panel')).toBeNull();
    button(page.element, 'Decide').click();
    await page.settle();
    await openRuns(page, [heldRun()]);
    expect(page.element.querySelector('app-decision-panel')).not.toBeNull();
  });

  it('cannot be decided without the right to upload', async () => {
    const page = await dataPage(view({ can: ['read'] }), [heldRun()]);
    expect(question(page)).toContain(
      'hugo@example.com brought it in. Nothing changes until somebody who may upload to this view decides.',
    );
    expect(() => button(page.element, 'Publish anyway')).toThrow();
    expect(textOf(page.element.querySelector('app-run-history'))).toContain('Open report');
  });

  it('leaves a run that the product started to those who may upload', async () => {
    const page = await dataPage(view({ can: ['read'] }), [heldRun({ started_by: 'schedule' })]);
    expect(question(page)).toContain('Nothing changes until somebody who may upload to this view decides.');
    expect(question(page)).not.toContain('brought it in.');
  });

  it('says when somebody else has already decided', async () => {
    const page = await dataPage(view(), [heldRun()]);
    button(page.element, 'Publish anyway').click();
    const detail = 'This upload is discarded, decided by ada@example.com: it waits for no decision.';
    const problem = { type: '', title: 'Conflict', status: 409, detail, errors: [], request_id: 'r' };
    page.api.expectOne(`${RUNS}/run-9/publish`).flush(problem, { status: 409, statusText: 'Conflict' });
    await page.settle();
    expect(question(page)).toContain('decided by ada@example.com');
    await answerViews(page);
    await answerHistory(page, [heldRun({ status: 'discarded', decided_by: 'ada@example.com' })]);
    expect(page.element.querySelector('app-decision-panel')).toBeNull();
    expect(textOf(page.element.querySelector('.result'))).toContain('Discarded; the data is unchanged');
    expect(textOf(page.element.querySelector('.result'))).toContain('decided by ada@example.com');
  });

  it('says why it was not published in its own panel alone', async () => {
    const [held, other] = [heldRun(), heldRun({ id: 'run-8' })];
    const page = await dataPage(view(), [held, other]);
    button(page.element, 'Publish anyway').click();
    const detail = 'Another import of this view is being published.';
    page.api
      .expectOne(`${RUNS}/run-9/publish`)
      .flush({ title: 'Conflict', status: 409, detail }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    await answerViews(page);
    await answerHistory(page, [held, other]);
    expect(question(page)).toContain(detail);
    button(page.element, /^Decide :/).click();
    await page.settle();
    await openRuns(page, [other]);
    expect(textOf(page.element.querySelector('app-waiting-runs'))).toContain('1 import waits');
    expect(textOf(page.element)).not.toContain(detail);
  });

  it('says what somebody else decided while it was open', async () => {
    const streams = streamsOfEvents();
    try {
      const page = await dataPage(view(), [heldRun()]);
      const decided = run({ id: 'run-9', decided_by: 'ada@example.com' });
      streams[0]?.says('run', runEvent({ status: 'published' }));
      await answerHistory(page, [decided]);
      expect(page.element.querySelector('app-decision-panel')).toBeNull();
      const result = page.element.querySelector('.result');
      expect(textOf(result)).toContain('Published: 296 deals');
      expect(textOf(result)).toContain('decided by ada@example.com');
      const told = [...page.element.querySelectorAll('[role="status"].unseen')].map(textOf);
      expect(told).toContain('Published: 296 deals, decided by ada@example.com');
    } finally {
      vi.unstubAllGlobals();
    }
  });
});

describe('a preview', () => {
  const preview = run({ id: 'run-9', status: 'preview', revision: null, dry_run: true });

  it('waits in the history until somebody opens it there, and is published', async () => {
    const page = await dataPage(view(), [preview]);
    expect(page.element.querySelector('app-decision-panel')).toBeNull();
    button(page.element, 'Decide').click();
    await page.settle();
    await openRuns(page, [preview]);
    expect(document.activeElement?.tagName).toBe('APP-DECISION-PANEL');
    expect(textOf(document.activeElement)).toContain('Preview: nothing has changed yet');
    button(page.element, 'Publish').click();
    page.api.expectOne(`${RUNS}/run-9/publish`).flush(run({ id: 'run-9' }));
    await page.settle();
    await answerViews(page);
    await answerHistory(page, [run({ id: 'run-9' })]);
    expect(textOf(page.element.querySelector('.result'))).toContain('Published: 296 deals');
  });

  it('shows what the gate objects to, as a held upload does', async () => {
    const page = await dataPage();
    await upload(page, { ...preview, report: heldRun().report });
    const panel = page.element.querySelector('app-decision-panel');
    expect(panel?.className).toContain('doubtful');
    expect(textOf(panel)).toContain('Preview: nothing has changed yet. Check this first');
    expect(textOf(panel)).toContain('50 of the 58 deals here would be removed.');
    expect(() => button(page.element, 'Publish')).toThrow();
    expect(button(page.element, 'Publish anyway').className).not.toContain('primary');
    expect(button(page.element, 'Discard the preview').disabled).toBe(false);
  });

  it('tells what the dedupe rule merged, and is read under another one', async () => {
    const told = { ...run().reading, header_row: 3 };
    const page = await dataPage();
    await upload(page, { ...preview, file_kept: true, reading: told });
    expect(textOf(page.element.querySelector('app-decision-panel app-dedupe-warning'))).toContain(
      '16 rows worth $384,000 were merged',
    );
    button(page.element, /Use this rule : Every row/).click();
    await page.settle();
    const question = page.element.querySelector('app-dedupe-warning .question');
    expect(document.activeElement).toBe(question);
    expect(textOf(question)).toContain('Make “Every row” the rule of Organic?');
    expect(textOf(question)).toContain(
      'it holds for everybody, at once, for every import from now on, and stays even if this import is discarded',
    );
    button(page.element, 'Keep the rule').click();
    await page.settle();
    expect(page.element.querySelector('app-dedupe-warning .question')).toBeNull();
    expect(textOf(document.activeElement)).toContain('Use this rule');
    page.api.expectNone(({ method }) => method === 'PATCH');
    button(page.element, /Use this rule : Every row/).click();
    await page.settle();
    button(page.element, 'Change the rule').click();
    const change = page.api.expectOne(({ method }) => method === 'PATCH');
    expect([change.request.url, change.request.body]).toEqual(['/api/views/organic', { dedupe: 'none' }]);
    change.flush(view({ dedupe: 'none' }));
    await page.settle();
    expect(said()).toEqual(['The rule of Organic is “Every row” now.']);
    const again = page.api.expectOne(`${RUNS}/run-9/preview`);
    expect(again.request.body).toEqual(told);
    again.flush({
      ...preview,
      report: report({ dedupe: 'none', duplicates_count: 0, skipped: 0, finding_counts: [] }),
    });
    await page.settle();
    expect(page.element.querySelector('app-decision-panel')).not.toBeNull();
    expect(page.element.querySelector('app-dedupe-warning')).toBeNull();
    undo();
    const back = page.api.expectOne(({ method }) => method === 'PATCH');
    expect(back.request.body).toEqual({ dedupe: 'client_stage' });
  });
});
