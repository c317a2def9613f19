import type { Problem, TargetChangePage, Targets, View } from '@app/contracts';
import type { Client } from './app.js';
import { noticed } from './noticed.js';
import { type Product, startProduct } from './product-with-database.js';
import { viewNamed, viewsOf } from './views.js';

const NAMES = {
  organic: 'Organic',
  signal: 'Signal',
  market: 'Market',
  full: 'Full Funnel',
  master: 'Master',
} as const;

/** A view by the short name that specs give it. */
type ViewKey = keyof typeof NAMES;

/** The product with two admins who change targets, and what other software sees of them. */
export class ProductWithTargets {
  private constructor(
    private readonly running: Product,
    /** The second admin, rest@example.com. */
    readonly other: Client,
    private readonly views: ReadonlyMap<string, View>,
  ) {}

  static async start(): Promise<ProductWithTargets> {
    const running = await startProduct();
    const { admin, app, database } = running;
    await database.db.collection('users').insertOne({
      id: 'user-rest-1767225600',
      email: 'rest@example.com',
      name: 'Rest',
      role: 'super_admin',
    });
    const other = await app.signIn('rest@example.com');
    return new ProductWithTargets(running, other, await viewsOf(admin));
  }

  get admin() {
    return this.running.admin;
  }

  get app() {
    return this.running.app;
  }

  get database() {
    return this.running.database;
  }

  stop(): Promise<void> {
    return this.running.stop();
  }

  collection(name: string) {
    return this.database.db.collection(name);
  }

  idOf(view: ViewKey): string {
    return viewNamed(this.views, NAMES[view]).id;
  }

  /** Address of a view. */
  pathOf(view: ViewKey): string {
    return `/api/views/${this.idOf(view)}`;
  }

  /** Puts targets into a view as other software would. */
  async store(view: ViewKey, targets: unknown, revision?: number): Promise<void> {
    const change = revision === undefined ? { targets } : { targets, targets_revision: revision };
    await this.collection('views').updateOne({ id: this.idOf(view) }, { $set: change });
    await noticed(this.running);
  }

  /** The same under a revision, with the history of the view forgotten. */
  async begin(view: ViewKey, targets: unknown, revision: number): Promise<void> {
    await this.collection('target_changes').deleteMany({ view_id: this.idOf(view) });
    await this.store(view, targets, revision);
  }

  async storedIn(view: ViewKey): Promise<Record<string, unknown>> {
    return (await this.collection('views').findOne({ id: this.idOf(view) })) ?? {};
  }

  async read(view: ViewKey): Promise<Targets> {
    return (await this.admin.get<Targets>(`${this.pathOf(view)}/targets`)).body;
  }

  /** @param tag of the revision that the change was made on; none without it */
  put(view: ViewKey, targets: unknown, tag?: string, client = this.admin) {
    const headers: Record<string, string> = tag === undefined ? {} : { 'if-match': tag };
    return client.put<Targets & Problem>(`${this.pathOf(view)}/targets`, { targets }, headers);
  }

  async history(view: ViewKey, query = ''): Promise<TargetChangePage> {
    return (await this.admin.get<TargetChangePage>(`${this.pathOf(view)}/targets/history${query}`)).body;
  }
}
