import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG_VARIABLES } from './config-variables.js';

const README = join(import.meta.dirname, '../../../../README.md');

/** Rows of the configuration table, a cell each for name, default and meaning, without the marks of Markdown. */
function tableOf(text: string): string[][] {
  const [, section = ''] = text.split('## Configuration\n');
  const [table = ''] = section.split('\n## ');
  const rows = table.split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((row) =>
    row
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe('the configuration table of the README', () => {
  it('is the list of variables that the product reads', () => {
    const wanted = CONFIG_VARIABLES.map((variable) => [
      `\`${variable.name}\``,
      variable.default === '' ? '' : `\`${variable.default}\``,
      variable.description,
    ]);
    expect(tableOf(readFileSync(README, 'utf8'))).toEqual(wanted);
  });
});
