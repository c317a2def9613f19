import { DEAL_FIELDS } from '@app/domain/deal';
import { report, run } from '../../testing/answers';
import { questionOf, shownStatus } from './question';

const unread = (change: Parameters<typeof report>[0]) =>
  run({
    status: 'failed',
    file_kept: true,
    report: report({ rows_read: 0, missing_columns: [], ...change }),
  });
const workbook = { sheet_names: ['Deals', 'Archive'] };

describe('what a file that could not be read asks', () => {
  it.each([
    ['its column of clients', { missing_columns: ['client' as const] }, 'client'],
    [
      'its column of clients, of a workbook, too',
      { ...workbook, missing_columns: ['client' as const] },
      'client',
    ],
    ['its row of names', { header_row: null }, 'header'],
    ['its sheet, where none of a workbook could be read', { ...workbook, header_row: null }, 'sheet'],
    ['its sheet, where one of several is empty below its header', workbook, 'sheet'],
    [
      'nothing, where every column is known',
      { missing_columns: ['client' as const], unknown_columns_count: 0 },
      null,
    ],
    ['nothing, where a row is one cell', { missing_columns: [...DEAL_FIELDS] }, null],
    ['nothing, where a header has no row below it', {}, null],
    ['nothing, where rows were read', { rows_read: 3, missing_columns: ['client' as const] }, null],
  ])('is %s', (_, change, question) => {
    expect(questionOf(unread(change))).toBe(question);
  });

  it('is nothing once its file is gone: it has failed', () => {
    const asking = unread({ missing_columns: ['client'] });
    expect(shownStatus(asking)).toBe('asks');
    expect(shownStatus({ ...asking, file_kept: false })).toBe('failed');
    expect(shownStatus({ ...asking, report: null })).toBe('failed');
  });
});
