import { fieldOfHeader } from './header-names.js';
import { headerName } from './header-name.js';
import { IMPORT_COLUMNS, TEMPLATE_ROWS } from './import-columns.js';
import { readSheet } from './read-sheet.js';

describe('the columns of a sheet, for people who prepare one', () => {
  it.each(IMPORT_COLUMNS)('$label is described', ({ field, label, also_called, description, example }) => {
    for (const name of [field, label, ...also_called]) expect(fieldOfHeader(name)).toBe(field);
    expect(description).toMatch(/^[A-Z].+\.$/);
    expect(example).not.toBe('');
  });

  it('are proposed for no header that is read as a column, and none for two', () => {
    const names = IMPORT_COLUMNS.flatMap(({ proposed_for }) => proposed_for);
    expect(names.filter((name) => fieldOfHeader(name) !== null)).toEqual([]);
    expect(names.map(headerName).map((name) => name.replaceAll('_', ' '))).toEqual(names);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it('only a sheet without clients is refused', () => {
    expect(IMPORT_COLUMNS.filter(({ is_required }) => is_required).map(({ field }) => field)).toEqual([
      'client',
    ]);
  });

  it('stand in a template that is read without a finding', () => {
    const lines = [IMPORT_COLUMNS.map(({ label }) => label), ...TEMPLATE_ROWS];
    const file = lines.map((cells) => cells.map((cell) => cell ?? '').join(';')).join('\n');
    const { rows, report } = readSheet(new TextEncoder().encode(file), {
      dateOrder: 'month_first',
      dedupe: 'client_stage',
    });
    expect(report).toMatchObject({
      kept: 2,
      findings: { length: 0 },
      missing_columns: [],
      unknown_columns: [],
    });
    const values = new Map(IMPORT_COLUMNS.map(({ field, values }) => [field, values]));
    for (const row of rows) {
      expect(row.client).toMatch(/^Example to overwrite: /);
      expect(values.get('stage')).toContain(row.stage);
      expect(values.get('type_of_source')).toContain(row.type_of_source);
    }
  });
});
