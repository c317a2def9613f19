import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Injectable } from '@nestjs/common';
import { AccessLog, type LineWriter } from '../logging/access-log.js';
import { pathOf } from '../logging/path-of.js';

/** For so long an answer is sent again without a look at session, rights and data. */
export const FRESH_MS = 50;
/** While one request looks again, others still get it; after this nobody does. */
const LAST_MS = 3 * FRESH_MS;
const MOST = 2_000;
const SWEEP_MS = 1_000;

/** An answer as it is sent. */
export interface SentAnswer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer | null;
}

interface ReadyAnswer {
  readonly status: number;
  /** Names and values in turns, without the id of the request: what Node writes fastest. */
  readonly headers: readonly string[];
  readonly body: Buffer | null;
  /** Writes the line of a request that got it. */
  readonly log: LineWriter;
  readonly freshUntil: number;
  readonly lastsUntil: number;
  isLookedAt: boolean;
}

/** What makes two requests the same, and when the first of them came. */
interface Waiting {
  readonly ready: ReadyAnswers;
  readonly key: string;
  readonly epoch: number;
  readonly since: number;
}

const WAITING = Symbol('waiting for a ready answer');
type Marked = IncomingMessage & { [WAITING]?: Waiting };

/**
 * Answers that were sent a moment ago, for whoever asks exactly the same with the same session: they go out before the
 * framework is asked, with a log line of their own. Session, rights and data were looked at when the answer was made;
 * whatever this process changes, and every write it answers, makes it forget them all at once.
 */
@Injectable()
export class ReadyAnswers {
  private readonly kept = new Map<string, ReadyAnswer>();
  private epoch = 0;
  private sweep: NodeJS.Timeout | null = null;

  constructor(private readonly log: AccessLog) {}

  /** True when the request was answered. */
  answers(request: IncomingMessage, response: ServerResponse, id: () => string): boolean {
    const key = keyOf(request);
    if (key === null) return false;
    const now = performance.now();
    const ready = this.kept.get(key);
    if (ready === undefined || !isGood(ready, now)) {
      (request as Marked)[WAITING] = { ready: this, key, epoch: this.epoch, since: now };
      return false;
    }
    const requestId = id();
    response.writeHead(ready.status, [...ready.headers, 'x-request-id', requestId]);
    response.end(ready.body);
    ready.log(requestId, performance.now() - now);
    return true;
  }

  /** Keeps what is being sent, unless something changed since its request came. */
  keep({ key, epoch, since }: Waiting, path: string, answer: SentAnswer): void {
    if (epoch !== this.epoch || 'set-cookie' in answer.headers) return;
    if (this.kept.size >= MOST) this.kept.clear();
    const [freshUntil, lastsUntil] = [since + FRESH_MS, since + LAST_MS];
    const headers = headersOf(answer);
    const log = this.log.writerOf(path, answer.status);
    this.kept.set(key, { ...answer, headers, log, freshUntil, lastsUntil, isLookedAt: false });
    this.sweepLater();
  }

  /** Something changed: nothing that was answered before counts any more. */
  forget(): void {
    this.epoch += 1;
    this.kept.clear();
  }

  private sweepLater(): void {
    this.sweep ??= setTimeout(() => {
      this.sweep = null;
      this.kept.clear();
    }, SWEEP_MS).unref();
  }
}

/** Keeps an answer for who asks the same in a moment. */
export function keepReady(request: IncomingMessage, answer: SentAnswer): void {
  const waiting = (request as Marked)[WAITING];
  waiting?.ready.keep(waiting, pathOf(request), answer);
}

/** A 304 refreshes what the client has: beside its own headers it says nothing about it. */
const OF_UNCHANGED = new Set(['cache-control', 'etag', 'vary']);

/** What was said about the first request is not true of the next. */
const OF_ONE_REQUEST = new Set(['x-request-id', 'server-timing']);

function headersOf({ status, headers, body }: SentAnswer): string[] {
  const said = Object.entries(headers).filter(
    ([name]) => !OF_ONE_REQUEST.has(name) && (status !== 304 || OF_UNCHANGED.has(name)),
  );
  const length = body === null ? [] : ['content-length', String(body.length)];
  return [...said.flatMap(([name, value]) => [name, String(value)]), ...length];
}

/** The first to ask after an answer's time looks again; the others need not wait for it. */
function isGood(ready: ReadyAnswer, now: number): boolean {
  if (now < ready.freshUntil) return true;
  if (ready.isLookedAt) return now < ready.lastsUntil;
  ready.isLookedAt = true;
  return false;
}

/** Null for what is never ready: anything but a read of a view by cookie. */
function keyOf({ method, url, headers }: IncomingMessage): string | null {
  if (method !== 'GET' || !url?.startsWith('/api/views/')) return null;
  if (headers.cookie === undefined || headers.authorization !== undefined) return null;
  return `${url}\n${headers.cookie}\n${headers['accept-encoding'] ?? ''}\n${headers['if-none-match'] ?? ''}`;
}
