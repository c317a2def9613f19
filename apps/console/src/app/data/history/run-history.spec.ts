import type { View } from '@app/contracts';
import { NO_REASON, report, run, view } from '../../testing/answers';
import { button, textOf } from '../../testing/at';
import { said, undo } from '../../testing/said';
import { RUNS, answerHistory, answerViews, dataPage, openRuns } from '../../testing/data-page';

const published = (id: string, revision: number) => run({ id, revision });
const shown = (revision: number, more: Partial<View> = {}) =>
  view({ ...more, data: { ...view().data, revision } });
const back = run({
  id: 'run-9',
  status: 'preview',
  revision: null,
  dry_run: true,
  rollback: { run: 'run-2', revision: 57 },
  source: { type: 'rollback', name: 'organic.csv', url: null, size: 0 },
  report: report({
    rows_read: 0,
    kept: 0,
    added: 2,
    changed: 0,
    removed: 12,
    duplicates_count: 0,
    skipped: 0,
  }),
});

describe('the history of imports', () => {
  it.each([
    ['the last import is undone', /^Undo/, 'run-2'],
    ['an earlier one is gone back to', /^Go back to this : organic.csv, 21 Nov/, 'run-3'],
  ])('shows what would change before %s', async (_, name, to) => {
    const earlier = run({ id: 'run-3', finished_at: '2026-11-21T10:00:00.000Z', revision: 56 });
    const page = await dataPage(shown(58), [published('run-1', 58), published('run-2', 57), earlier]);
    button(page.element, name).click();
    const asked = page.api.expectOne(({ method }) => method === 'POST');
    expect(asked.request.urlWithParams).toBe(`${RUNS}/${to}/rollback?dry_run=true`);
    asked.flush(back, { status: 202, statusText: 'Accepted' });
    await page.settle();
    await answerViews(page);
    await answerHistory(page, [back, published('run-1', 58)]);
    const panel = textOf(page.element.querySelector('app-decision-panel'));
    expect(panel).toContain('Back to revision 57: nothing has changed yet');
    expect(panel).toContain('Going back adds 2 deals and removes 12 deals; the view then has 302 deals.');
    expect(panel).not.toMatch(/Publish|Discard/);
    expect(panel).toContain('Removed 12 Changed 0 Added 2');
    expect(panel).not.toContain('Findings');
    expect(document.activeElement?.tagName).toBe('APP-DECISION-PANEL');
    button(page.element, 'Go back').click();
    page.api.expectOne(`${RUNS}/run-9/publish`).flush({ ...back, status: 'published', revision: 59 });
    await page.settle();
    expect(textOf(page.element.querySelector('.result'))).toContain('The data is back as in revision 57');
    await answerViews(page);
    expect(said()).toEqual(['Organic has the data of revision 57 again.']);
    undo();
    await page.settle();
    const again = page.api.expectOne(({ method, url }) => method === 'POST' && url.includes('/rollback'));
    expect(again.request.urlWithParams).toBe(`${RUNS}/run-1/rollback`);
  });

  it('asks in the same words when the data has moved since', async () => {
    const reason = { ...NO_REASON, code: 'data_moved' as const, message: 'The data here has changed.' };
    const held = { reasons: [reason], live: 312, revision: 58 };
    const moved = { ...back, status: 'held' as const, report: report({ held }) };
    const page = await dataPage(shown(58), [published('run-1', 58), moved]);
    button(page.element, 'Decide').click();
    await page.settle();
    await openRuns(page, [moved]);
    const answers = [...page.element.querySelectorAll('app-decision-panel .answers button')].map(textOf);
    expect(answers).toEqual(['Leave the data as it is', 'Go back']);
  });

  it('says why it cannot go back', async () => {
    const page = await dataPage(shown(58), [published('run-1', 58), published('run-2', 57)]);
    button(page.element, /^Undo/).click();
    const detail = 'Revision 57 is not kept.';
    page.api
      .expectOne(({ method }) => method === 'POST')
      .flush(
        { type: '', title: 'Conflict', status: 409, detail, errors: [], request_id: 'r' },
        { status: 409, statusText: 'Conflict' },
      );
    await page.settle();
    expect(textOf(page.element.querySelector('app-run-history [role="alert"]'))).toBe(detail);
  });

  it('goes nowhere for readers', async () => {
    const page = await dataPage(shown(58, { can: ['read'] }), [
      published('run-1', 58),
      published('run-2', 57),
    ]);
    expect(() => button(page.element, /^Undo|^Go back/)).toThrow();
  });

  it('says to which revision a run went back', async () => {
    const page = await dataPage(view(), [{ ...back, status: 'published', revision: 59 }]);
    expect(textOf(page.element.querySelector('app-run-history tbody'))).toContain('Back to revision 57');
  });

  it('goes by when runs took effect: one that waited and was published later comes first', async () => {
    const waited = run({
      id: 'run-3',
      revision: 59,
      started_at: '2026-11-20T09:00:00.000Z',
      finished_at: '2026-11-22T11:30:00.000Z',
    });
    const page = await dataPage(shown(59), [published('run-2', 58), waited]);
    const rows = [...page.element.querySelectorAll('app-run-history tbody tr')].map(textOf);
    expect(rows[0]).toContain('22 Nov, 12:30');
    expect(rows[0]).toMatch(/Published revision 59.*Undo/);
    expect(rows[1]).toMatch(/Published revision 58.*Go back to this/);
  });

  it('says how many deals each run left, and nothing of those that changed nothing', async () => {
    const stage = { stage: 'B Legals', deals_before: 1, value_before: 5, value_after: 5 };
    const stages = [
      { ...stage, deals_after: 300 },
      { ...stage, stage: '', deals_after: 12 },
    ];
    const page = await dataPage(view(), [
      { ...back, status: 'published', revision: 60, report: report({ kept: 0, stages }) },
      run({ id: 'run-4', mode: 'merge', report: report({ kept: 2, stages }) }),
      run({ id: 'run-3', mode: 'merge', report: report({ kept: 2 }) }),
      run({ id: 'run-2', report: report({ kept: 296 }) }),
      run({ id: 'run-1', status: 'discarded', report: report({ kept: 20 }) }),
      run({ id: 'run-0', status: 'failed', report: report({ kept: 0 }) }),
    ]);
    const cells = [...page.element.querySelectorAll('app-run-history tbody td.r.wide')].map(textOf);
    expect(cells).toEqual(['312', '312', '', '296', '', '']);
  });

  it('says who cancelled a run, and who decided about one', async () => {
    const who = 'ada@example.com';
    const page = await dataPage(view(), [
      run({ id: 'run-2', status: 'cancelled', report: null, decided_by: who }),
      run({ decided_by: who }),
    ]);
    const results = [...page.element.querySelectorAll('app-run-history td.wrap')].map(textOf);
    expect(results[0]).toBe(`Cancelled cancelled by ${who}`);
    expect(results[1]).toMatch(new RegExp(`Published revision 58 \\d+ deals decided by ${who}`));
  });
});
