import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { isProbe } from './hosts.js';
import { unavailable } from './problem.js';

/**
 * Nobody starts anything on a connection that was kept while the product stops; what is under way is answered. Probes
 * learn until the end that the process runs, and that it is not ready any more.
 */
export function refuseWhileStopping(app: NestFastifyApplication): void {
  const server = app.getHttpAdapter().getInstance();
  let isStopping = false;
  server.addHook('preClose', (done) => {
    isStopping = true;
    done();
  });
  server.addHook('onRequest', ({ raw }, _, done) => {
    const isRefused = isStopping && !isProbe(raw);
    done(isRefused ? unavailable('The product is stopping. Try again in a few seconds.') : undefined);
  });
}
