import { connect } from 'node:net';

/*
 * A load generator that costs little itself, so that what it measures is the server: raw connections on which several
 * requests are sent at once. One request at a time would measure how fast the generator reads and writes.
 */
const CONNECTIONS = 24;
const DEPTH = 8;
const EMPTY = Buffer.alloc(0);

/**
 * Asks for one address as fast as the server answers, for some time.
 *
 * @returns answers a second; every answer must have the status and, unless null, the length that are expected
 */
export async function answersPerSecond({ port, path, headers, status, length }, milliseconds) {
  const one = [`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, ...linesOf(headers), '', ''].join('\r\n');
  const request = Buffer.from(one.repeat(DEPTH));
  const deadline = performance.now() + milliseconds;
  const started = performance.now();
  const counts = await Promise.all(
    Array.from({ length: CONNECTIONS }, () => asker({ port, request, status, length, deadline })),
  );
  const seconds = (performance.now() - started) / 1000;
  return counts.reduce((sum, count) => sum + count, 0) / seconds;
}

/** One connection: the next requests follow the last answer of those before. */
function asker({ port, request, status, length, deadline }) {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let answers = 0;
    let awaited = DEPTH;
    let left = 0;
    let rest = EMPTY;
    const answered = () => {
      answers += 1;
      awaited -= 1;
      if (awaited > 0) return;
      awaited = DEPTH;
      if (performance.now() < deadline) socket.write(request);
      else socket.end(() => resolve(answers));
    };
    socket.on('error', reject);
    socket.on('connect', () => socket.write(request));
    socket.on('data', (chunk) => {
      let data = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
      rest = EMPTY;
      while (data.length > 0) {
        if (left > 0) {
          const taken = Math.min(left, data.length);
          left -= taken;
          data = data.subarray(taken);
          if (left === 0) answered();
          continue;
        }
        const end = data.indexOf('\r\n\r\n');
        if (end < 0) {
          rest = data;
          return;
        }
        left = bodyOf(data.latin1Slice(0, end), status, length);
        data = data.subarray(end + 4);
        if (left === 0) answered();
      }
    });
  });
}

/** Length of the body that the head announces. */
function bodyOf(head, status, length) {
  if (!head.startsWith(`HTTP/1.1 ${status} `)) throw new Error(`The server answered: ${head}`);
  const size = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
  if (length !== null && size !== length) throw new Error(`An answer of ${size} bytes, not ${length}.`);
  return size;
}

const linesOf = (headers) => Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
