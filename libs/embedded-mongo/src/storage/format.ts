import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolderTooNewError } from '../errors.js';

/** Number of the storage layout; raised by every change that older builds would misread. */
const FORMAT = 1;
const FILE = 'format.json';

/** Checks, before anything is opened, that this build may read the folder. */
export function assertReadableFormat(dataDir: string): void {
  const path = join(dataDir, FILE);
  if (!existsSync(path)) return;
  const found = readFormat(path);
  if (found > FORMAT) throw new DataFolderTooNewError(dataDir, found, FORMAT);
}

/** Writes down the format of a new folder. */
export function writeFormat(dataDir: string): void {
  const path = join(dataDir, FILE);
  if (!existsSync(path)) writeFileSync(path, `${JSON.stringify({ format: FORMAT })}\n`);
}

function readFormat(path: string): number {
  const content: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (typeof content === 'object' && content && 'format' in content && typeof content.format === 'number') {
    return content.format;
  }
  throw new Error(`${path} does not say the format of the data folder`);
}
