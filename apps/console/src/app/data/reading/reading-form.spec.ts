import { report, run, view } from '../../testing/answers';
import { type OpenedPage, button, textOf } from '../../testing/at';
import { RUNS, answerHistory, answerViews, dataPage, openRuns, upload } from '../../testing/data-page';

const unread = run({
  status: 'failed',
  revision: null,
  file_kept: true,
  error: 'The header in row 1 has no Client column.',
  report: report({
    rows_read: 0,
    findings_count: 0,
    skipped: 0,
    duplicates_count: 0,
    unknown_columns: ['account', 'region'],
    proposals: [{ header: 'account', field: 'client' }],
    missing_columns: ['client', 'owner'],
    first_rows: {
      header: ['account', 'region'],
      rows: [
        ['Cancity', 'East'],
        ['Isdom', 'East'],
      ],
      row_numbers: [2, 3],
    },
  }),
});

const form = (page: OpenedPage) => page.element.querySelector('app-reading-form');

function pick(page: OpenedPage, label: string, value: string) {
  const field = [...page.element.querySelectorAll('select')].find(
    (each) =>
      (each.getAttribute('aria-label') ?? textOf(each.closest('label')?.querySelector('span') ?? null)) ===
      label,
  );
  if (!field) throw new Error(`There is no choice ${label}.`);
  field.value = value;
  field.dispatchEvent(new Event('change'));
}

describe('a file that was not read correctly', () => {
  it('shows what unknown columns hold, with the proposal chosen, and is read again', async () => {
    const page = await dataPage();
    await upload(page, unread);
    expect(textOf(form(page))).toContain('account Cancity · Isdom');
    pick(page, 'Column that “region” is', 'owner');
    pick(page, 'Row of the header', '2');
    await page.settle();
    button(page.element, 'Read again').click();
    const asked = page.api.expectOne({ method: 'POST', url: `${RUNS}/run-1/preview` });
    expect(asked.request.body).toEqual({
      sheet: null,
      encoding: null,
      separator: null,
      header_row: 2,
      date_order: null,
      columns: { account: 'client', region: 'owner' },
    });
    const preview = run({ status: 'preview', revision: null });
    asked.flush(preview);
    await page.settle();
    await answerViews(page);
    await answerHistory(page, [preview]);
    expect(textOf(page.element.querySelector('app-decision-panel'))).toContain('nothing has changed yet');
  });

  it('is read again only otherwise than before', async () => {
    const page = await dataPage();
    await upload(page, unread);
    pick(page, 'Column that “account” is', '');
    await page.settle();
    expect(button(page.element, 'Read again').disabled).toBe(true);
    expect(textOf(form(page))).toContain('Change a choice');
  });

  it('takes no two headers for one column, which the server would refuse', async () => {
    const page = await dataPage();
    const reading = { ...unread.reading, columns: { 'Client name': 'client' as const } };
    const headers = Array.from({ length: 50 }, (_, at) => `Column ${at}`);
    const first_rows = { header: headers, rows: [], row_numbers: [] };
    await upload(page, { ...unread, reading, report: report({ ...unread.report, first_rows }) });
    const said = () => textOf(form(page)?.querySelector('[role="alert"]') ?? null);
    expect(said()).toBe('“Client name” and “account” are both set to Client: keep one.');
    expect(button(page.element, 'Read again').disabled).toBe(true);
    pick(page, 'Column that “Client name” is', '');
    await page.settle();
    expect(said()).toBe('');
    expect(button(page.element, 'Read again').disabled).toBe(false);
  });

  it('says beside its button why it was refused, and keeps what was chosen', async () => {
    const page = await dataPage();
    await upload(page, unread);
    pick(page, 'Column that “region” is', 'owner');
    await page.settle();
    button(page.element, 'Read again').click();
    const detail = 'The file of this import is being read.';
    page.api
      .expectOne({ method: 'POST', url: `${RUNS}/run-1/preview` })
      .flush({ title: 'Conflict', status: 409, detail }, { status: 409, statusText: 'Conflict' });
    await page.settle();
    await answerViews(page);
    await answerHistory(page, [{ ...unread }]);
    expect(textOf(form(page)?.querySelector('.answer [role="alert"]') ?? null)).toBe(detail);
    expect(textOf(page.element.querySelector('app-run-history'))).not.toContain(detail);
    button(page.element, 'Read again').click();
    const asked = page.api.expectOne({ method: 'POST', url: `${RUNS}/run-1/preview` });
    expect(asked.request.body).toMatchObject({ columns: { account: 'client', region: 'owner' } });
  });

  it('says what was found, and offers what the kind of file has', async () => {
    const page = await dataPage();
    await upload(page, unread);
    expect(textOf(form(page))).toContain('Automatic: comma');
    expect(textOf(form(page))).not.toContain('Encoding');
  });

  it('offers the sheets of a workbook, and no separator', async () => {
    const whole = unread.report;
    if (!whole) throw new Error('The run has a report.');
    const workbook = { ...whole, separator: null, sheet_name: 'Deals', sheet_names: ['Deals', 'Archive'] };
    const page = await dataPage();
    await upload(page, { ...unread, report: workbook });
    expect(textOf(form(page))).toContain('Automatic: Deals Deals Archive');
    expect(textOf(form(page))).not.toContain('Between cells');
  });

  it.each([
    ['whose file is gone', view(), { ...unread, file_kept: false }],
    ['for readers', view({ can: ['read'] }), unread],
  ])('has no choices %s', async (_, opened, failed) => {
    const page = await dataPage(opened, [failed]);
    button(page.element, 'Open report').click();
    await page.settle();
    await openRuns(page, [failed]);
    expect(page.element.querySelector('app-as-read')).not.toBeNull();
    expect(form(page)).toBeNull();
  });

  it('is read anew from the history', async () => {
    const page = await dataPage(view(), [unread]);
    button(page.element, 'Answer').click();
    await page.settle();
    await openRuns(page, [unread]);
    expect(form(page)).not.toBeNull();
  });
});
