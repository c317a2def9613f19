import { fileURLToPath } from 'node:url';
import { notFound, unavailable } from '../http/problem.js';
import { pagePolicy } from '../http/security-headers.js';
import { type ConsoleFile, ConsoleFiles } from './console-files.js';
import { withNonce } from './console-page.js';

export interface FileAnswer {
  headers: Record<string, string>;
  body: Buffer | string;
}

type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

const BUILT = fileURLToPath(new URL('../../../console/dist/browser', import.meta.url));
const YEAR_SECONDS = 31_536_000;

/** The built console. Its page is made anew for each answer; its hashed files never change. */
export class Console {
  private readonly files = new ConsoleFiles(BUILT);

  async answer(address: string, headers: RequestHeaders, nonce: string): Promise<FileAnswer> {
    const path = decoded(address);
    if (isApi(path)) throw notFound('There is nothing here. /api/docs lists every route.');
    const file = path === '/' || path === '/index.html' ? null : await this.files.find(path);
    if (file) return fileAnswer(file, String(headers['accept-encoding'] ?? ''));
    if (looksLikeFile(path)) throw notFound(`The console has no file ${path}.`);
    return this.page(nonce);
  }

  private async page(nonce: string): Promise<FileAnswer> {
    const index = await this.files.find('/index.html');
    if (!index)
      throw unavailable('The console has not been built: npm start builds it. The API is at /api/docs.');
    return {
      headers: {
        'content-type': index.type,
        'cache-control': 'no-store',
        'content-security-policy': pagePolicy(nonce),
      },
      body: withNonce(index.body.toString('utf8'), nonce),
    };
  }
}

const isApi = (path: string): boolean => path === '/api' || path.startsWith('/api/');

/** Addresses of the console have no dot in their last part: what has one is a file that is missing. */
const looksLikeFile = (path: string): boolean => /\.[a-z0-9]+$/i.test(path);

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    throw notFound('The address is not readable.');
  }
}

function fileAnswer(file: ConsoleFile, accepted: string): FileAnswer {
  const headers: Record<string, string> = {
    'content-type': file.type,
    'cache-control': file.isImmutable ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
    vary: 'Accept-Encoding',
  };
  if (file.brotli && /\bbr\b/.test(accepted)) {
    return { headers: { ...headers, 'content-encoding': 'br' }, body: file.brotli };
  }
  if (file.gzip && /\bgzip\b/.test(accepted)) {
    return { headers: { ...headers, 'content-encoding': 'gzip' }, body: file.gzip };
  }
  return { headers, body: file.body };
}
