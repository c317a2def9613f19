import { report, run, view } from '../../testing/answers';
import { type OpenedPage, button, textOf } from '../../testing/at';
import { dataPage, openRuns, upload } from '../../testing/data-page';

const asking = run({
  status: 'failed',
  revision: null,
  file_kept: true,
  error: 'The header in row 1 has no Client column.',
  report: report({
    rows_read: 0,
    unknown_columns: ['account'],
    proposals: [{ header: 'account', field: 'client' }],
    missing_columns: ['client'],
  }),
});

const panel = (page: OpenedPage) => page.element.querySelector('app-question-panel');
const history = (page: OpenedPage) => page.element.querySelector('app-run-history');

describe('a file of which only a column must be named', () => {
  it('is a question and no failure, with the columns first', async () => {
    const page = await dataPage();
    await upload(page, asking);
    expect(document.activeElement).toBe(panel(page));
    expect(textOf(panel(page)?.querySelector('h2') ?? null)).toBe('Which column holds the client?');
    expect(textOf(panel(page))).toContain(asking.error);
    const fields = [...(panel(page)?.querySelectorAll('select') ?? [])];
    expect(fields[0]?.getAttribute('aria-label')).toBe('Column that “account” is');
    expect(button(page.element, 'Read again').disabled).toBe(false);
    expect(page.element.querySelector('[role="alert"], .result, .bad, app-dedupe-warning')).toBeNull();
    expect(textOf(history(page))).toContain('Needs an answer');
    expect(button(page.element, 'Answer').getAttribute('aria-expanded')).toBe('true');
  });

  it('is told to readers with whom to ask', async () => {
    const page = await dataPage(view({ can: ['read'] }), [asking]);
    button(page.element, 'Open report').click();
    await page.settle();
    await openRuns(page, [asking]);
    expect(textOf(panel(page))).toContain(
      'hugo@example.com brought it in. Nothing changes until somebody who may upload',
    );
    expect(panel(page)?.querySelector('select, button')).toBeNull();
  });
});
