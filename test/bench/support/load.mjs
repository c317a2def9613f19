import { connect } from 'node:net';

/* A load generator that costs little itself, so that what it measures is the server: raw connections, one request each. */
const CONNECTIONS = 24;

/**
 * Asks for one address as fast as the server answers, for some time.
 *
 * @returns answers a second; every answer must have the status and, unless null, the length that are expected
 */
export async function answersPerSecond({ port, path, headers, status, length }, milliseconds) {
  const request = Buffer.from(
    [`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, ...linesOf(headers), '', ''].join('\r\n'),
  );
  const deadline = performance.now() + milliseconds;
  const started = performance.now();
  const counts = await Promise.all(
    Array.from({ length: CONNECTIONS }, () => asker({ port, request, status, length, deadline })),
  );
  const seconds = (performance.now() - started) / 1000;
  return counts.reduce((sum, count) => sum + count, 0) / seconds;
}

/** One connection: the next request follows the whole answer. */
function asker({ port, request, status, length, deadline }) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let answers = 0;
    let left = 0;
    const next = () => {
      answers += 1;
      if (performance.now() < deadline) socket.write(request);
      else socket.end(() => resolve(answers));
    };
    socket.on('error', reject);
    socket.on('connect', () => socket.write(request));
    socket.on('data', (chunk) => {
      if (left > 0) {
        left -= chunk.length;
        if (left === 0) next();
        return;
      }
      const { size, body } = headOf(chunk, status, length);
      left = size - body;
      if (left === 0) next();
    });
  });
}

/** Length of the body that the head announces, and how much of it is here already. */
function headOf(chunk, status, length) {
  const end = chunk.indexOf('\r\n\r\n');
  const head = chunk.latin1Slice(0, end);
  if (end < 0 || !head.startsWith(`HTTP/1.1 ${status} `)) throw new Error(`The server answered: ${head}`);
  const size = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
  if (length !== null && size !== length) throw new Error(`An answer of ${size} bytes, not ${length}.`);
  return { size, body: chunk.length - end - 4 };
}

const linesOf = (headers) => Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
