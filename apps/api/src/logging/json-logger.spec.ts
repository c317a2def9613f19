import { readConfig } from '../config/read-config.js';
import { JsonLogger } from './json-logger.js';
import type { LogStream } from './log-stream.js';
import { requestContext } from './request-context.js';

/** The lines that are written meanwhile. */
function linesOf(work: (log: JsonLogger) => void, level = 'info'): Record<string, unknown>[] {
  const lines: string[] = [];
  const output = { stream: { write: (line: string) => void lines.push(line) } };
  work(new JsonLogger(readConfig({ LOG_LEVEL: level }), output as unknown as LogStream));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('JsonLogger', () => {
  it('writes message and context', () => {
    const [line] = linesOf((log) => {
      log.warn('The disk is full.', 'Storage');
    });
    expect(line).toMatchObject({ level: 40, context: 'Storage', msg: 'The disk is full.' });
  });

  it('names the request that a line is about', () => {
    const [within, without] = linesOf((log) => {
      requestContext.run({ id: 'first', address: null, actor: null, attempt: null }, () => {
        log.log('read', 'Records');
      });
      log.log('read', 'Records');
    });
    expect([within?.request_id, without?.request_id]).toEqual(['first', undefined]);
  });

  it('writes fields, errors and stacks as such', () => {
    const lines = linesOf((log) => {
      log.warn({ msg: 'The database is away.', request_id: 'a' }, 'Http');
      log.error(new Error('broken'), 'Http');
      log.error('broken', 'Error: broken\n    at work (file.js:1:1)', 'Http');
    });
    expect(lines).toMatchObject([
      { msg: 'The database is away.', request_id: 'a', context: 'Http' },
      { err: { message: 'broken' }, context: 'Http' },
      { err: { message: 'broken', stack: expect.stringContaining('at work') as string } },
    ]);
  });

  it('keeps secrets out', () => {
    const [line] = linesOf((log) => {
      log.log({ req: { headers: { cookie: 'session=a' } }, user: { token: 'b' } }, 'Http');
    });
    expect(line).toMatchObject({ req: { headers: { cookie: '[redacted]' } }, user: { token: '[redacted]' } });
  });

  it("leaves out Nest's account of its own start, and what is below the level", () => {
    const work = (log: JsonLogger): void => {
      log.log('Mapped {/api/views, GET} route', 'RouterExplorer');
      log.debug('read', 'Records');
    };
    expect(linesOf(work)).toEqual([]);
    expect(linesOf(work, 'debug')).toHaveLength(1);
  });
});
