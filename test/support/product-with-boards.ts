import type { AsherPov, BoardPreferences, BoardVersionPage, Problem, View } from '@app/contracts';
import type { Client } from './app.js';
import { type Product, startProduct } from './product-with-database.js';
import { viewNamed, viewsOf } from './views.js';

/** Owner of the point of view: who has it when the environment names nobody. */
export const POV_OWNER = 'asher@primelis.com';

/** A board that is sent: columns of deals by their ids. */
export const aBoard = (...ids: readonly string[]) => ({
  next_14_days: ids.map((id) => ({ id, client: `Client ${id}`, stage: 'B Legals', hidden: false })),
  next_30_60_days: [],
  next_60_90_days: [],
});

/** The product with people who save boards, and what other software sees of them. */
export class ProductWithBoards {
  private constructor(
    readonly running: Product,
    private readonly views: ReadonlyMap<string, View>,
  ) {}

  static async start(env: Record<string, string> = {}): Promise<ProductWithBoards> {
    const running = await startProduct(env);
    await running.database.db.collection('users').updateOne(
      { email: POV_OWNER },
      {
        $set: { role: 'viewer', view_access: ['Signal', 'Master'] },
        $setOnInsert: { id: 'user-asher-1767225600', name: 'Asher' },
      },
      { upsert: true },
    );
    return new ProductWithBoards(running, await viewsOf(running.admin));
  }

  get admin(): Client {
    return this.running.admin;
  }

  signIn(email: string): Promise<Client> {
    return this.running.app.signIn(email);
  }

  stop(): Promise<void> {
    return this.running.stop();
  }

  collection(name: string) {
    return this.running.database.db.collection(name);
  }

  idOf(view: string): string {
    return viewNamed(this.views, view).id;
  }

  /** Address of a board of somebody's own, or of the point of view. */
  pathOf(view: string, board: 'projections' | 'pipeline' | 'pov' = 'projections'): string {
    const route = board === 'pov' ? 'asher-pov' : `preferences/${board}`;
    return `/api/views/${this.idOf(view)}/${route}`;
  }
}

/** A board as somebody reads it. */
export async function readBoard(client: Client, path: string): Promise<AsherPov> {
  const { status, body, text } = await client.get<AsherPov>(path);
  if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`);
  return body;
}

/** @param tag of the revision that the board was made on; none without it */
export function saveBoard(client: Client, path: string, preferences: unknown, tag?: string, note?: string) {
  const headers: Record<string, string> = tag === undefined ? {} : { 'if-match': tag };
  const body = note === undefined ? { preferences } : { preferences, note };
  return client.put<BoardPreferences & Problem>(path, body, headers);
}

/** The versions of a board, newest first. */
export async function versionsOf(client: Client, path: string): Promise<BoardVersionPage> {
  return (await client.get<BoardVersionPage>(`${path}/versions`)).body;
}
