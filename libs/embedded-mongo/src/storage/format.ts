import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolderTooNewError } from '../errors/data-folder-errors.js';

/** Number of the storage layout; raised by every change that older builds would misread. */
const FORMAT = 2;
const FILE = 'format.json';

/** Checks, before anything is opened, that this build may read the folder. */
export function assertReadableFormat(dataDir: string): void {
  const found = readFormat(join(dataDir, FILE));
  if (found !== undefined && found > FORMAT) throw new DataFolderTooNewError(dataDir, found, FORMAT);
}

/** Writes down the format, whole or not at all; what is there of an earlier one stays as it is and is read. */
export function writeFormat(dataDir: string): void {
  const path = join(dataDir, FILE);
  if (readFormat(path) === FORMAT) return;
  writeFileSync(`${path}.new`, `${JSON.stringify({ format: FORMAT })}\n`, { flush: true });
  renameSync(`${path}.new`, path);
}

/** Undefined when there is no file, or an empty one: what a machine leaves that lost its power at the first start. */
function readFormat(path: string): number | undefined {
  const text = textOf(path);
  if (text === '') return undefined;
  const content = parsed(text);
  if (typeof content === 'object' && content && 'format' in content && typeof content.format === 'number') {
    return content.format;
  }
  throw new Error(`${path} does not say the format of the data folder`);
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
