import { type Client, type RunningApp, startApp, startDatabase, type TestDatabase } from './app.js';

/** The product on a database that the spec can look into, with an admin signed in. */
export interface Product {
  app: RunningApp;
  database: TestDatabase;
  admin: Client;
  stop(): Promise<void>;
}

/** Starts both; what was started is stopped again when something fails, so that no test run hangs on it. */
export async function startProduct(env: Record<string, string> = {}): Promise<Product> {
  const database = await startDatabase();
  try {
    const app = await startApp({ database, env });
    const stop = async () => {
      await app.stop();
      await database.stop();
    };
    return { app, database, admin: await app.signIn('admin@example.com'), stop };
  } catch (error) {
    await database.stop();
    throw error;
  }
}
