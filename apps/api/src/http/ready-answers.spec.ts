import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { jest } from '@jest/globals';
import { readConfig } from '../config/read-config.js';
import { AccessLog } from '../logging/access-log.js';
import { LogStream } from '../logging/log-stream.js';
import { FRESH_MS, keepReady, ReadyAnswers } from './ready-answers.js';

const SENT = { status: 200, headers: { etag: '"a"', 'x-request-id': 'first' }, body: Buffer.from('zipped') };

interface Asked {
  url?: string;
  method?: string;
  headers?: Record<string, string>;
}

const requestOf = ({ url = '/api/views/a/analytics?from=1', method = 'GET', headers = {} }: Asked) => {
  const request = new IncomingMessage(new Socket());
  return Object.assign(request, { url, method, headers: { cookie: 'session=a', ...headers } });
};

describe('ready answers', () => {
  let ready: ReadyAnswers;
  let written: string[];

  beforeEach(() => {
    jest.useFakeTimers();
    ready = new ReadyAnswers(new AccessLog(readConfig({ LOG_LEVEL: 'silent' }), new LogStream()));
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  /** The id under which it was answered from here, null when the framework has to. */
  const ask = (asked: Asked = {}): { id: string | null; request: IncomingMessage } => {
    const request = requestOf(asked);
    const response = new ServerResponse(request);
    const head = jest.spyOn(response, 'writeHead');
    const isAnswered = ready.answers(request, response, () => 'second');
    written = (head.mock.calls[0]?.[1] as unknown as string[] | undefined) ?? [];
    return { id: isAnswered ? (written.at(-1) ?? null) : null, request };
  };

  const answerOnce = (asked: Asked = {}): void => {
    keepReady(ask(asked).request, SENT);
  };

  it('send what was sent a moment ago again, under an id of its own', () => {
    answerOnce();
    expect(ask().id).toBe('second');
    expect(written).toEqual(['etag', '"a"', 'content-length', '6', 'x-request-id', 'second']);
  });

  it.each<[string, Asked]>([
    ['another address', { url: '/api/views/b/analytics?from=1' }],
    ['another session', { headers: { cookie: 'session=b' } }],
    ['another encoding', { headers: { 'accept-encoding': 'gzip' } }],
    ['a known answer', { headers: { 'if-none-match': '"a"' } }],
    ['a token', { headers: { authorization: 'Bearer a' } }],
    ['a write', { method: 'POST' }],
  ])('leave %s to the framework', (_, asked) => {
    answerOnce();
    expect(ask(asked).id).toBeNull();
  });

  it('forget all when something changes, also what was asked before it', () => {
    answerOnce();
    const { request } = ask({ url: '/api/views/slow' });
    ready.forget();
    keepReady(request, SENT);
    expect([ask().id, ask({ url: '/api/views/slow' }).id]).toEqual([null, null]);
  });

  it('let one request look again after a moment, and nobody wait for it', () => {
    answerOnce();
    jest.advanceTimersByTime(FRESH_MS);
    expect([ask().id, ask().id]).toEqual([null, 'second']);
  });

  it('are over after three moments, whoever looked again', () => {
    answerOnce();
    jest.advanceTimersByTime(FRESH_MS);
    ask();
    jest.advanceTimersByTime(2 * FRESH_MS);
    expect([ask().id, ask().id]).toEqual([null, null]);
  });

  it('keep no answer that sets a cookie', () => {
    keepReady(ask().request, { ...SENT, headers: { 'set-cookie': 'a=b' } });
    expect(ask().id).toBeNull();
  });

  it('say nothing about what the client has, in a 304', () => {
    keepReady(ask().request, {
      status: 304,
      headers: { etag: '"a"', 'x-frame-options': 'DENY' },
      body: null,
    });
    ask();
    expect(written).toEqual(['etag', '"a"', 'x-request-id', 'second']);
  });
});
