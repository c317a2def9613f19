/**
 * Starts the embedded database alone, for mongosh, Compass or a test:
 * `npm run embedded-mongo -- --data <folder> --port <n>`. It prints one line with the address.
 */
import { parseArgs } from 'node:util';
import { startEmbeddedMongo } from '@app/embedded-mongo';

const { values } = parseArgs({
  options: { data: { type: 'string', default: './data/mongo' }, port: { type: 'string', default: '27017' } },
});

const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`--port must be a number from 0 to 65535, not ${values.port}`);
  process.exit(2);
}

try {
  const server = await startEmbeddedMongo({ dataDir: values.data, listen: { port } });
  console.log(`Embedded database on ${server.uri}`);
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void server.close().then(() => process.exit(0)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
