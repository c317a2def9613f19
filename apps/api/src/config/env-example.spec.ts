import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { CONFIG_VARIABLES } from './config-variables.js';
import { readConfig } from './read-config.js';

const ROOT = join(import.meta.dirname, '../../../..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const example = read('.env.example');
/** What the file says when every variable is put to use. */
const inUse = example.replaceAll(/^#(?=[A-Z_]+=)/gm, '');

/** The comment over a variable, in one line. */
function commentOf(name: string): string {
  const block = example.split('\n\n').find((lines) => lines.includes(`\n#${name}=`)) ?? '';
  return block
    .split('\n')
    .filter((line) => line.startsWith('# '))
    .map((line) => line.slice(2))
    .join(' ');
}

describe('.env.example', () => {
  it('lists every variable of the README at its default, none of them in use', () => {
    const wanted = CONFIG_VARIABLES.map((variable) => [variable.name, variable.default]);
    expect(parseEnv(inUse)).toEqual(Object.fromEntries(wanted));
    expect(parseEnv(example)).toEqual({});
  });

  it('says of each what the README says', () => {
    const wanted = CONFIG_VARIABLES.map(({ name, description }) => [name, description.replaceAll('`', '')]);
    expect(CONFIG_VARIABLES.map(({ name }) => [name, commentOf(name)])).toEqual(wanted);
  });

  it('sets what holds without any variable', () => {
    expect(readConfig(parseEnv(inUse))).toEqual(readConfig({}));
  });

  it('is the only one of its kind that is kept: .env holds passwords', () => {
    for (const file of ['.gitignore', '.dockerignore']) expect(read(file).split('\n')).toContain('.env');
  });
});
