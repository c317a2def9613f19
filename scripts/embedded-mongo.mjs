/**
 * Starts the embedded database alone, for mongosh, Compass or a test:
 * `npm run embedded-mongo -- --data <folder> --port <n>`. It prints a line with the address, and that
 * everybody on this machine can use it: it asks for no password, so that any client connects.
 */
import { parseArgs } from 'node:util';
import { startEmbeddedMongo } from '@app/embedded-mongo';
import { relayIfOld } from './lib/run.mjs';

await relayIfOld(import.meta.filename);

const { values } = parseArgs({
  options: { data: { type: 'string', default: './data/mongo' }, port: { type: 'string', default: '27017' } },
});

process.umask(0o077);
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`--port must be a number from 0 to 65535, not ${values.port}`);
  process.exit(2);
}

try {
  const server = await startEmbeddedMongo({ dataDir: values.data, listen: { port } });
  console.log(`Embedded database on ${server.uri}`);
  console.log('It asks for no password: every user of this machine can read and change what is in it.');
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void server.close().then(() => process.exit(0)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
