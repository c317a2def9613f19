import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hasAnything, knownTag, tagOf, tagsOf } from '../http/tags.js';
import type { AcceptedEncoding, Encoding } from '../http/encodings.js';
import { notFound, nothingHere, unavailable } from '../http/problem.js';
import { pagePolicy } from '../http/security-headers.js';
import { type ConsoleFile, ConsoleFiles } from './console-files.js';
import { withNonce } from './console-page.js';
import { type EarlyFiles, earlyTags } from './early-links.js';
import { preloadLinks } from './preloads.js';

export interface FileAnswer {
  status: number;
  headers: Record<string, string>;
  body: Buffer | string | null;
}

/** What the answer depends on. */
export interface FileRequest {
  readonly accepted: AcceptedEncoding;
  readonly ifNoneMatch: string | undefined;
  readonly nonce: string;
  /** What a page is going to ask first, where somebody is signed in; null where nobody is. */
  readonly questions: () => Promise<readonly string[] | null>;
}

const DIST = fileURLToPath(new URL('../../../console/dist', import.meta.url));
const YEAR_SECONDS = 31_536_000;

/** The built console. Its page is made anew for each answer; its hashed files never change. */
export class Console {
  private readonly files = new ConsoleFiles(join(DIST, 'browser'));
  private readonly built = new ConsoleFiles(DIST);

  async answer(address: string, request: FileRequest): Promise<FileAnswer> {
    const path = decoded(address);
    if (isApi(path)) throw nothingHere();
    const file = await this.files.find(path);
    if (file && !file.isPage) return fileAnswer(file, request);
    if (!file && looksLikeFile(path)) throw notFound(`The console has no file ${path}.`);
    return this.page(path, request);
  }

  private async page(path: string, request: FileRequest): Promise<FileAnswer> {
    const index = await this.files.find('/index.html');
    if (!index)
      throw unavailable('The console has not been built: npm start builds it. The API is at /api/docs.');
    const questions = await request.questions();
    const early = questions ? earlyTags(path, await this.earlyFiles()) : '';
    return {
      status: 200,
      headers: {
        'content-type': index.type,
        'cache-control': 'no-store',
        'content-security-policy': pagePolicy(request.nonce),
        ...(questions ? { link: preloadLinks(questions) } : {}),
      },
      body: withNonce(index.body.toString('utf8').replace('</body>', `${early}</body>`), request.nonce),
    };
  }

  private async earlyFiles(): Promise<EarlyFiles> {
    const written = await this.built.find('/early.json');
    return written ? (JSON.parse(written.body.toString('utf8')) as EarlyFiles) : { shell: [], pages: {} };
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

function fileAnswer(file: ConsoleFile, { accepted, ifNoneMatch }: FileRequest): FileAnswer {
  const [encoding, body] = encoded(file, accepted);
  const headers: Record<string, string> = {
    'cache-control': file.isImmutable ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
    vary: 'Accept-Encoding',
    etag: tagOf(file.key, encoding),
  };
  const known = knownTag(ifNoneMatch, tagsOf(file.key));
  if (known !== null || hasAnything(ifNoneMatch))
    return { status: 304, headers: { ...headers, etag: known ?? tagOf(file.key, encoding) }, body: null };
  if (encoding !== 'identity') headers['content-encoding'] = encoding;
  return { status: 200, headers: { ...headers, 'content-type': file.type }, body };
}

/** The accepted form, where the file has it: pictures and fonts are compressed already and have none. */
function encoded({ body, brotli, gzip }: ConsoleFile, { best }: AcceptedEncoding): [Encoding, Buffer] {
  const form = best === 'br' ? brotli : best === 'gzip' ? gzip : null;
  return form ? [best, form] : ['identity', body];
}
