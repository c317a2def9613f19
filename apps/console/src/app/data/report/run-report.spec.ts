import { report, run, view } from '../../testing/answers';
import { type OpenedPage, button, textOf } from '../../testing/at';
import { RUNS, answerHistory, answerViews, choose, dataPage, pageOf, upload } from '../../testing/data-page';

const HALDEN = { deal_id: 'd1', client: 'Halden Robotics', stage: 'B Legals', value: 24_000 };

const files = () =>
  [...document.querySelectorAll('.menu a[download]')].map((file) => file.getAttribute('href'));

async function openTab(page: OpenedPage, name: string | RegExp) {
  button(page.element, name).click();
  await page.settle();
}

describe('the report of a run', () => {
  it('has rows that add up', async () => {
    const page = await dataPage();
    await upload(page, run());
    const result = textOf(page.element.querySelector('.result'));
    expect(result).toContain('Published: 296 deals');
    expect(result).toContain('322 rows read = 296 kept + 16 merged as duplicates + 10 left out');
  });

  it.each([
    [{ added: 2, changed: 2 }, 'Published: 2 added, 2 changed; 122 deals'],
    [{ added: 1, changed: 0 }, 'Published: 1 added; 122 deals'],
    [{ added: 0, changed: 0 }, 'Published: no deal changed; 122 deals'],
  ])('says what a merge did: %j', async (counts, heading) => {
    const page = await dataPage();
    const stages = [{ stage: 'other', deals_before: 120, deals_after: 122, value_before: 0, value_after: 0 }];
    await upload(page, run({ mode: 'merge', report: report({ ...counts, kept: 4, stages }) }));
    expect(textOf(page.element.querySelector('.result h2'))).toBe(heading);
  });

  it.each([
    ['published', 'What the numbers become'],
    ['discarded', 'What the numbers would have become'],
  ] as const)('of one that was %s says %s', async (status, heading) => {
    const page = await dataPage();
    const open = { id: 'deals.active', label: 'Active deals', unit: 'count', before: 60, after: 40 } as const;
    await upload(page, run({ status, report: report({ headline: [open] }) }));
    expect(textOf(page.element.querySelector('app-effect-tables th'))).toBe(heading);
  });

  it('says which sheet of a workbook was read, and which were not', async () => {
    const page = await dataPage();
    const names = ['Deals', 'Archive', 'Notes', 'A', 'B', 'C', 'D'];
    await upload(page, run({ report: report({ sheet_name: 'Deals', sheet_names: names }) }));
    expect(textOf(page.element.querySelector('app-run-report .sheets'))).toBe(
      'Sheet “Deals” was read, not “Archive”, “Notes”, “A”, “B”, “C” and 1 more sheet.',
    );
  });

  it('says nothing of sheets where a workbook has only one', async () => {
    const page = await dataPage();
    await upload(page, run({ report: report({ sheet_name: 'Deals', sheet_names: ['Deals'] }) }));
    expect(page.element.querySelector('app-run-report .sheets')).toBeNull();
  });

  it('lists what it changed, field by field', async () => {
    const page = await dataPage();
    await upload(page, run());
    await openTab(page, /^Changed 4/);
    const asked = await page.request(`${RUNS}/run-1/changes`);
    expect(asked.request.params.get('kind')).toBe('changed');
    const fields = [
      { field: 'stage', before: 'C Proposal sent', after: 'B Legals' },
      { field: 'expected_arr', before: 12_000, after: null },
      { field: 'owner', before: 'Inès', after: 'Rémi' },
    ];
    asked.flush(pageOf([{ ...HALDEN, kind: 'changed', fields }]));
    await page.settle();
    expect(textOf(page.element.querySelector('app-change-list tbody'))).toBe(
      'Halden Robotics Stage C Proposal sent → becomes B Legals ARR $12,000 → becomes – ' +
        'AE Inès → becomes Rémi $24,000',
    );
    const people = [...page.element.querySelectorAll('app-change-list td a')];
    expect(people.map((each) => decodeURIComponent(each.getAttribute('href') ?? ''))).toEqual([
      expect.stringMatching(/^\/v\/organic\/person\?.*person=owner:Inès/),
      expect.stringMatching(/person=owner:Rémi/),
    ]);
    expect(button(page.element, 'Open Halden Robotics').dataset.link).toBe('deal=organic%3Ad1');
    button(page.element, 'Export the changed deals').click();
    await page.settle();
    expect(files()[0]).toBe(`${RUNS}/run-1/changes/export?kind=changed&format=csv`);
  });

  it.each([
    ['published', 'added', true],
    ['published', 'removed', true],
    ['preview', 'removed', true],
    ['preview', 'added', false],
  ] as const)('opens the deals that are in the data: %s, %s', async (status, kind, isThere) => {
    const page = await dataPage();
    await upload(page, run({ status }));
    await openTab(page, new RegExp(`^${kind}`, 'i'));
    const asked = page.api.match(({ params }) => params.get('kind') === kind).at(-1);
    asked?.flush(pageOf([{ ...HALDEN, kind, fields: null }]));
    await page.settle();
    expect(textOf(page.element.querySelector('app-change-list tbody'))).toBe(
      'Halden Robotics B Legals $24,000',
    );
    expect(page.element.querySelector('app-change-list [data-link]') !== null).toBe(isThere);
  });

  it('groups what was found by cause and column, and opens the cells of one', async () => {
    const page = await dataPage();
    await upload(page, run());
    const groups = [...page.element.querySelectorAll('app-finding-groups li')].map(textOf);
    expect(groups).toHaveLength(3);
    expect(groups[0]).toBe(
      'Rows without a client Client They are left out. Fill in the client where it is a deal. 8 $46,000',
    );
    button(page.element, /^Amounts that cannot be read Expected ARR/).click();
    const rows = await page.request(`${RUNS}/run-1/findings`);
    expect(rows.request.params.toString()).toBe('code=unreadable_money&column=expected_arr&limit=50');
    rows.flush(pageOf(report().findings));
    await page.settle();
    expect(textOf(page.element.querySelector('app-finding-rows tbody'))).toBe('5 Northwind Labs N/A');
    expect(button(page.element, 'Open Northwind Labs').dataset.link).toBe('deal=organic%3Adeal-2');
  });

  it('has what touches most money first, and what touches none last', async () => {
    const page = await dataPage();
    const count = (column: 'poa_date' | 'pipeline' | 'expected_arr', found: number, value: number | null) =>
      ({ code: 'spreadsheet_error', column, count: found, amounts: null, value }) as const;
    const finding_counts = [
      count('poa_date', 900, null),
      count('pipeline', 2, 5_000),
      count('expected_arr', 1, 9_000),
    ];
    await upload(page, run({ report: report({ finding_counts }) }));
    const columns = [...page.element.querySelectorAll('app-finding-groups .column')].map(textOf);
    expect(columns).toEqual(['Expected ARR', 'Pipeline', 'POA date']);
  });

  it('counts amounts in another currency, not the columns that have them', async () => {
    const page = await dataPage();
    const cause = {
      code: 'other_currency',
      column: 'pipeline',
      count: 2,
      amounts: 1_200,
      value: 170,
    } as const;
    await upload(page, run({ report: report({ finding_counts: [cause] }) }));
    expect(textOf(page.element.querySelector('app-finding-groups'))).toContain(
      'The numbers are taken as they are and not converted. 1,200 $170',
    );
  });

  it('says where whole rows stand, and goes on page by page', async () => {
    const page = await dataPage();
    await upload(page, run());
    button(page.element, /^Rows without a client/).click();
    const found = (row: number) => ({
      ...report().findings[0],
      row,
      code: 'no_client',
      value: null,
      client: null,
    });
    const first = await page.request(`${RUNS}/run-1/findings`);
    first.flush({ items: [found(7), found(9)], next_cursor: 'next', total: 3 });
    await page.settle();
    const rows = () => textOf(page.element.querySelector('app-finding-rows'));
    expect(rows()).toBe('7 9 2 of 3 Show more');
    button(page.element, 'Show more').click();
    const second = await page.request(`${RUNS}/run-1/findings`);
    expect(second.request.params.get('cursor')).toBe('next');
    second.flush({ items: [found(12)], next_cursor: null, total: 3 });
    await page.settle();
    expect(rows()).toBe('7 9 12');
  });

  it('says why the cells could not be loaded, and tries again', async () => {
    const page = await dataPage();
    await upload(page, run());
    button(page.element, /^Amounts that cannot be read/).click();
    const failed = await page.request(`${RUNS}/run-1/findings`);
    failed.flush(null, { status: 503, statusText: 'Service Unavailable' });
    await page.settle();
    button(page.element.querySelector('app-problem-notice') ?? page.element, 'Try again').click();
    (await page.request(`${RUNS}/run-1/findings`)).flush(pageOf(report().findings));
    await page.settle();
    expect(textOf(page.element.querySelector('app-finding-rows tbody'))).toBe('5 Northwind Labs N/A');
  });

  it('lists the rows that were merged', async () => {
    const page = await dataPage();
    await upload(page, run());
    await openTab(page, /^Merged rows 16/);
    (await page.request(`${RUNS}/run-1/duplicates`)).flush(pageOf(report().duplicates));
    await page.settle();
    const shown = textOf(page.element.querySelector('[role="tabpanel"]'));
    expect(shown).toContain('Together $384,000');
    expect(shown).toContain('12 9 Halden Robotics B Legals AE: Ann, kept – B Legals $24,000');
    expect(button(page.element, 'Open Halden Robotics').dataset.link).toBe('deal=organic%3Adeal-1');
  });

  it('lists the rows of which another deal may be meant, and opens the deals', async () => {
    const page = await dataPage();
    await upload(page, run({ status: 'preview', report: report({ doubtful_matches_count: 2 }) }));
    await openTab(page, /^Doubtful matches 2/);
    const match = { client: 'Halden Robotics', stage_before: 'C Proposal sent', stage_after: 'B Legals' };
    const matches = [
      { ...match, row: 4, deal_id: 'deal-1', why: 'client_alone', alike: 1 },
      { ...match, row: 7, deal_id: 'deal-2', why: 'several_alike', alike: 3, stage_before: 'B Legals' },
    ];
    (await page.request(`${RUNS}/run-1/matches`)).flush(pageOf(matches));
    await page.settle();
    const rows = [...page.element.querySelectorAll('app-doubtful-rows tbody tr')].map(textOf);
    expect(rows[0]).toContain('4 Halden Robotics C Proposal sent → becomes B Legals');
    expect(rows[0]).toContain('The client is the same, the stage is not');
    expect(rows[1]).toContain('7 Halden Robotics B Legals One of 3 with the same client and stage');
    expect(button(page.element, 'Open Halden Robotics').dataset.link).toBe('deal=organic%3Adeal-1');
  });

  it('shows how the sheet was read, with its first rows', async () => {
    const page = await dataPage();
    const first_rows = { header: ['Client', 'Comment'], rows: [['Halden', 'call']], row_numbers: [4] };
    await upload(page, run({ report: report({ first_rows, header_row: 3, unknown_columns_count: 140 }) }));
    await openTab(page, 'As it was read');
    const shown = textOf(page.element.querySelector('app-as-read'));
    expect(shown).toContain('Columns that were not recognised Comment, and 139 more');
    expect(shown).toContain('Header row 3');
    expect(shown).toContain('Row Client Comment 4 Halden call');
  });

  it.each([
    ['Findings 1', 'Export all findings', 'findings'],
    ['Merged rows 16', 'Export the merged rows', 'duplicates'],
  ])('offers the whole list as a file: %s', async (tab, label, list) => {
    const page = await dataPage();
    await upload(page, run());
    await openTab(page, tab);
    button(page.element, label).click();
    await page.settle();
    expect(files()).toEqual([
      `${RUNS}/run-1/${list}/export?format=csv`,
      `${RUNS}/run-1/${list}/export?format=xlsx`,
    ]);
  });

  it('offers the findings of one cause as a file', async () => {
    const page = await dataPage();
    await upload(page, run());
    button(page.element, /^Amounts that cannot be read/).click();
    await page.settle();
    button(page.element, 'Export Amounts that cannot be read: Expected ARR').click();
    await page.settle();
    expect(files()[1]).toBe(
      `${RUNS}/run-1/findings/export?code=unreadable_money&column=expected_arr&format=xlsx`,
    );
  });

  it('warns about merged rows, and imports the same file under another rule', async () => {
    const page = await dataPage();
    await upload(page, run());
    const warning = page.element.querySelector('app-dedupe-warning');
    expect(textOf(warning)).toContain('16 rows worth $384,000 were merged');
    expect(textOf(warning)).toContain('Rows with the same client and stage 16 rows merged, $384,000');
    expect(textOf(warning)).toContain('8 rows worth $46,000 have no client');
    expect(textOf(warning)).not.toContain('2 rows');
    button(page.element, /Use this rule : Every row/).click();
    await page.settle();
    button(page.element, 'Change the rule').click();
    const change = page.api.expectOne((request) => request.method === 'PATCH');
    expect([change.request.url, change.request.body]).toEqual(['/api/views/organic', { dedupe: 'none' }]);
    change.flush(view({ dedupe: 'none' }));
    await page.settle();
    const again = page.api.expectOne((request) => request.url === RUNS && request.method === 'POST');
    expect((again.request.body as FormData).get('file')).toMatchObject({ name: 'organic.csv' });
    const everyRow = run({ id: 'run-2', report: report({ dedupe: 'none', kept: 312 }) });
    again.flush(everyRow, { status: 202, statusText: 'Accepted' });
    await page.settle();
    await answerViews(page);
    await answerHistory(page, [everyRow, run()]);
    expect(textOf(page.element.querySelector('.result'))).toContain('Published: 312 deals');
  });

  it('says whom to ask without the right to change the rule', async () => {
    const page = await dataPage(view({ can: ['read', 'upload'] }));
    choose(page).flush(run(), { status: 202, statusText: 'Accepted' });
    await page.settle();
    expect(textOf(page.element.querySelector('app-dedupe-warning'))).toContain('ask a super admin');
    expect(() => button(page.element, /Use this rule/)).toThrow();
  });

  it('says of sums what they are, and offers no rule for them', async () => {
    const page = await dataPage();
    const finding_counts = [
      { code: 'total_row' as const, column: null, count: 1, amounts: null, value: null },
      { code: 'repeated_header' as const, column: null, count: 2, amounts: null, value: null },
    ];
    await upload(page, run({ report: report({ duplicates_count: 0, skipped: 3, finding_counts }) }));
    expect(textOf(page.element.querySelector('app-run-report'))).toContain(
      '3 left out 1 row adds up other rows: it is no deal. 2 rows repeat the header.',
    );
    expect(page.element.querySelector('app-dedupe-warning')).toBeNull();
  });

  it('warns of no rule where nothing was imported', async () => {
    const page = await dataPage();
    await upload(page, run({ status: 'failed', revision: null, report: report({ kept: 0 }) }));
    expect(page.element.querySelector('app-run-report')).not.toBeNull();
    expect(page.element.querySelector('app-dedupe-warning')).toBeNull();
  });

  it('does not mention rules when every row counts', async () => {
    const page = await dataPage();
    await upload(
      page,
      run({
        report: report({ duplicates_count: 0, duplicates: [], skipped: 0, kept: 320, finding_counts: [] }),
      }),
    );
    expect(page.element.querySelector('app-run-report')).not.toBeNull();
    expect(page.element.querySelector('app-dedupe-warning')).toBeNull();
  });
});

describe('what an import does to the numbers', () => {
  it('stands above its lists, before and after', async () => {
    const page = await dataPage();
    const headline = [
      {
        id: 'revenue.ytd' as const,
        label: 'Revenue to date',
        unit: 'money' as const,
        before: 900,
        after: 1_200,
      },
      { id: 'deals.active' as const, label: 'Active deals', unit: 'count' as const, before: 64, after: null },
    ];
    const moved = { deals_before: 4, deals_after: 2, value_before: 40_000, value_after: 20_000 };
    const stages = [
      { ...moved, stage: 'B Legals' },
      { ...moved, stage: '' },
    ];
    await upload(page, run({ report: report({ headline, stages }) }));
    const [numbers, byStage] = [...page.element.querySelectorAll('app-effect-tables tbody')].map(textOf);
    expect(numbers).toBe('Revenue to date $900 → $1,200 Active deals 64 → –');
    expect(byStage).toBe('B Legals 4 → 2 $40K → $20K Without a stage 4 → 2 $40K → $20K');
  });

  it('says nothing where nothing was compared', async () => {
    const page = await dataPage();
    await upload(page, run());
    expect(page.element.querySelector('app-effect-tables table')).toBeNull();
  });
});
