/*
 * Loaded into the product before its own code: tells, on a port of its own, how much processor time its main thread has
 * used. What others do on the same machine does not count, so that a request costs the same wherever it is measured.
 */
import { createServer } from 'node:http';
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  const meter = createServer((_, response) => {
    const { user, system } = process.threadCpuUsage();
    response.end(String((user + system) / 1000));
  });
  meter.listen(0, '127.0.0.1', () => {
    process.stdout.write(`Cost meter on http://127.0.0.1:${meter.address().port}\n`);
  });
  meter.unref();
}
