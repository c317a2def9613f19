import { pino } from 'pino';
import { readConfig } from '../config/read-config.js';
import { AccessLog } from './access-log.js';
import type { LogStream } from './log-stream.js';

const PATH = '/api/views/a%22b/screens/dashboard';

/** The lines that two requests leave behind. */
function linesAt(level: string): string[] {
  const lines: string[] = [];
  const output = { stream: { write: (line: string) => void lines.push(line) } };
  const log = new AccessLog(readConfig({ LOG_LEVEL: level }), output as unknown as LogStream);
  const write = log.writerOf(PATH, 304);
  write('first', 0.2);
  write('second', 12.6);
  return lines;
}

it('writes a line for each request, as the log itself would', () => {
  const before = Date.now();
  const lines = linesAt('info').map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map(({ request_id, ms }) => [request_id, ms])).toEqual([
    ['first', 0],
    ['second', 13],
  ]);
  let sample = '';
  pino({}, { write: (line: string) => void (sample = line) }).info(
    { request_id: 'first', method: 'GET', path: PATH, res: { status: 304 }, ms: 0 },
    `GET ${PATH} 304`,
  );
  const { time, ...line } = lines[0] ?? {};
  expect({ ...line, time: 0 }).toEqual({ ...(JSON.parse(sample) as object), time: 0 });
  expect(time).toBeGreaterThanOrEqual(before);
});

it('ends each line, and writes none that the log does not want', () => {
  expect(linesAt('info').every((line) => line.endsWith('}\n'))).toBe(true);
  expect(linesAt('warn')).toEqual([]);
});
