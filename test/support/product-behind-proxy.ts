import { type Client, type RunningApp, startApp, startDatabase, type TestDatabase } from './app.js';
import { addPeople } from './people.js';
import { WireProxy } from './wire-proxy.js';

/** The product with a network in between that breaks as told; the database itself is reached without it. */
export interface ProductBehindProxy {
  app: RunningApp;
  database: TestDatabase;
  proxy: WireProxy;
  admin: Client;
  stop(): Promise<void>;
}

/** Starts the product, ready, behind a proxy, with an admin signed in. */
export async function startBehindProxy(): Promise<ProductBehindProxy> {
  const parts = await startUnready();
  return { ...parts, admin: await parts.app.signIn('admin@example.com') };
}

/**
 * Starts the product behind a proxy that breaks from the beginning.
 *
 * @param rules brings the rules into force before the product starts, which is then not waited for
 * @param credentials `user:password`, as they stand in a connection string
 */
export async function startUnready(
  rules?: (proxy: WireProxy) => void,
  credentials = '',
): Promise<Omit<ProductBehindProxy, 'admin'>> {
  const database = await startDatabase();
  const proxy = await WireProxy.before(database.uri);
  rules?.(proxy);
  if (rules) await addPeople(database.db);
  const stopAll = async () => {
    await proxy.stop();
    await database.stop();
  };
  const uri = credentials === '' ? proxy.uri : proxy.uri.replace('//', `//${credentials}@`);
  try {
    const app = await startApp({
      database: { ...database, uri },
      untilReady: !rules,
      people: !rules,
    });
    const stop = async () => {
      await app.stop();
      await stopAll();
    };
    return { app, database, proxy, stop };
  } catch (error) {
    await stopAll();
    throw error;
  }
}
