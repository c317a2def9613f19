import type { INestApplication } from '@nestjs/common';

/** A request that does not end within this time is given up. */
const PATIENCE_MS = 15_000;

/**
 * Stops when asked to: no new connections, requests under way are answered, then the database is closed. A second
 * signal ends it at once.
 */
export function whenAsked(app: INestApplication): void {
  let isStopping = false;
  const stop = (): void => {
    if (isStopping) process.exit(1);
    isStopping = true;
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`Stopping failed: ${String(error)}\n`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
}
