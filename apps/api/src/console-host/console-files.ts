import { hash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** A file of the console, ready to be sent. */
export interface ConsoleFile {
  readonly type: string;
  /** Names the content: part of its ETags. */
  readonly key: string;
  readonly body: Buffer;
  readonly brotli: Buffer | null;
  readonly gzip: Buffer | null;
  /** The page itself, which is made anew for each answer. */
  readonly isPage: boolean;
  /** The name holds a hash of the content: it may be kept for ever. */
  readonly isImmutable: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const COMPRESSED: ReadonlySet<string> = new Set([
  '.css',
  '.html',
  '.js',
  '.json',
  '.svg',
  '.txt',
  '.webmanifest',
]);
/** A name such as `main-2NVAALLU.js`; the capital or digit tells a hash from a word. */
const HASHED = /-(?=[\w-]*[A-Z0-9])[\w-]{8}\.(css|js|woff2)$/;
const BROTLI_QUALITY = 9;

/** Reads files of one folder, compresses each once, and reads a file again when it was written since. */
export class ConsoleFiles {
  private readonly kept = new Map<string, { writtenAt: number; file: Promise<ConsoleFile> }>();

  constructor(private readonly folder: string) {}

  /** Null when there is no such file; never one outside of the folder. */
  async find(path: string): Promise<ConsoleFile | null> {
    const file = this.fileOf(path);
    const writtenAt = file === null ? null : await writeTime(file);
    if (file === null || writtenAt === null) return null;
    const kept = this.kept.get(file);
    if (kept?.writtenAt === writtenAt) return kept.file;
    const read = readCompressed(file);
    this.kept.set(file, { writtenAt, file: read });
    return read;
  }

  private fileOf(path: string): string | null {
    const file = normalize(join(this.folder, path));
    return file.startsWith(this.folder + sep) && !file.includes('\0') ? file : null;
  }
}

async function writeTime(file: string): Promise<number | null> {
  const found = await stat(file).catch(() => null);
  return found?.isFile() ? found.mtimeMs : null;
}

async function readCompressed(file: string): Promise<ConsoleFile> {
  const [body, extension] = [await readFile(file), extname(file)];
  const isCompressed = COMPRESSED.has(extension);
  return {
    type: TYPES[extension] ?? 'application/octet-stream',
    key: hash('sha256', body, 'base64url').slice(0, 27),
    body,
    brotli: isCompressed ? await brotli(body) : null,
    gzip: isCompressed ? await promisify(gzip)(body) : null,
    isPage: basename(file) === 'index.html',
    isImmutable: HASHED.test(file),
  };
}

const brotli = (body: Buffer): Promise<Buffer> =>
  promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } });
