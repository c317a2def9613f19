import type { BoardVersionPage, DealRecordPage, MadeApiToken, User, UserPage, View } from '@app/contracts';
import { type Credentials, newcomer, sentBy } from './callers.js';
import { aBoard, POV_OWNER, ProductWithBoards, saveBoard } from './product-with-boards.js';
import { aSharedPage } from './saved-pages.js';
import { sheetOf } from './sheets.js';
import { ingest } from './views.js';

/** Views that are found in every text by their names: whatever belongs to one bears its name. */
export const BIRDS = ['Kestrel', 'Lapwing', 'Merlin'] as const;
/** Adds the first two up. */
export const FLOCK = 'Flock';
/** A view that was deleted: its data is kept, and nobody opens it. */
export const ARCHIVED = 'Heron';
/** A name that stands in a list of access and that no view has. */
export const GONE = 'Nightjar';
export const DEFAULT = 'Organic';
export const SECLUDED: readonly string[] = [...BIRDS, FLOCK, DEFAULT];

/** Who asks: people whose access is changed, one who has no list at all, and programs. */
export const KINDS = ['viewer', 'demo', 'owner', 'bare', 't-read', 't-upload'] as const;
export type Kind = (typeof KINDS)[number];

/** What of a view can be named in a request. */
export interface Belongings {
  readonly id: string;
  readonly deals: readonly string[];
  readonly runs: readonly string[];
  readonly versions: readonly string[];
  readonly savedPages: readonly string[];
  readonly cursors: readonly string[];
  readonly owners: readonly string[];
}

const PEOPLE: Record<'viewer' | 'demo' | 'owner', string> = {
  viewer: 'signal@example.com',
  demo: 'demo@example.com',
  owner: POV_OWNER,
};

/** A product whose views tell by their words what belongs to whom, and people whose access a test chooses. */
export class SecludedViews {
  private readonly credentials = new Map<string, Credentials>();
  private readonly access = new Map<string, string>();
  private people: readonly User[] = [];
  readonly belongings = new Map<string, Belongings>();

  private constructor(readonly product: ProductWithBoards) {}

  static async start(): Promise<SecludedViews> {
    const product = await ProductWithBoards.start({ AUTH_DEMO: '1' });
    const users = product.collection('users');
    await users.insertOne({ id: 'user-bare', email: 'bare@example.com', name: 'Bare', role: 'viewer' });
    await users.updateOne({ email: POV_OWNER }, { $set: { view_access: [DEFAULT, GONE] } });
    const made = new SecludedViews(product);
    const ids: string[] = [];
    for (const name of BIRDS) ids.push(await made.addView({ name }));
    await made.addView({ name: FLOCK, is_master: true, aggregates_from: ids.slice(0, 2) });
    made.people = (await product.admin.get<UserPage>('/api/users')).body.items;
    const archived = await made.addView({ name: ARCHIVED });
    await made.furnish();
    await product.admin.delete(`/api/views/${archived}?confirm=${ARCHIVED}`);
    return made;
  }

  /** What somebody of a kind sends, to whom these views and no others are named. */
  async asking(kind: Kind, names: readonly string[]): Promise<Credentials> {
    if (kind === 't-read' || kind === 't-upload') return this.program(kind, names);
    if (kind !== 'bare') await this.give(PEOPLE[kind], names);
    return this.kept(kind, async () => sentBy(await this.browserOf(kind)));
  }

  idOf = (name: string): string => this.belongings.get(name)?.id ?? '';

  /** More of everything in one view. */
  async grow(name: string, at: number): Promise<void> {
    const { admin } = this.product;
    const view = this.idOf(name);
    await ingest(admin, view, `${name} ${at}.csv`, dealsOf(name, at));
    await admin.put(`/api/views/${view}/targets`, { targets: { intro_poa: { poa: 70_000 + at } } });
    await saveBoard(admin, `/api/views/${view}/preferences/projections`, aBoard(`${name} ${at}`));
  }

  private async addView(wanted: object): Promise<string> {
    const { status, body, text } = await this.product.admin.post<View>('/api/views', wanted);
    if (status !== 201) throw new Error(`Making a view answered ${status}: ${text}`);
    this.belongings.set(body.name, { id: body.id, ...NOTHING });
    return body.id;
  }

  /** Two imports, targets and boards for every view, of which a master has only what it may. */
  private async furnish(): Promise<void> {
    this.belongings.set(DEFAULT, { id: this.product.idOf(DEFAULT), ...NOTHING });
    for (const name of [...BIRDS, DEFAULT, ARCHIVED]) {
      await this.grow(name, 1);
      await this.grow(name, 2);
    }
    const all = [...SECLUDED, ARCHIVED];
    await this.give(POV_OWNER, [...all, GONE]);
    const owner = await this.product.signIn(POV_OWNER);
    for (const name of all) await saveBoard(owner, `/api/views/${this.idOf(name)}/asher-pov`, aBoard(name));
    for (const name of all) this.belongings.set(name, await this.look(name));
  }

  private async look(name: string): Promise<Belongings> {
    const { admin } = this.product;
    const id = this.idOf(name);
    const [page, runs, own, pov, saved] = await Promise.all([
      admin.get<DealRecordPage>(`/api/views/${id}/records?limit=2`),
      admin.get<{ items?: { id: string }[] }>(`/api/views/${id}/ingestions`),
      admin.get<BoardVersionPage>(`/api/views/${id}/preferences/projections/versions`),
      admin.get<BoardVersionPage>(`/api/views/${id}/asher-pov/versions`),
      aSharedPage(admin, id, `${name} page`),
    ]);
    const { next_cursor: cursor } = page.body;
    // What a master shows belongs to others.
    const items = name === FLOCK ? [] : page.body.items;
    return {
      id,
      deals: items.map((deal) => deal.id),
      runs: (runs.body.items ?? []).map((run) => run.id),
      versions: [...own.body.items, ...pov.body.items].map((version) => version.id),
      savedPages: [saved.id],
      cursors: cursor === null ? [] : [cursor],
      owners: items.flatMap(({ owner }) => owner ?? []),
    };
  }

  private async give(email: string, names: readonly string[]): Promise<void> {
    const wanted = JSON.stringify(names);
    if (this.access.get(email) === wanted) return;
    const person = this.people.find((each) => each.email === email);
    const path = `/api/users/${person?.id}`;
    const { status, text } = await this.product.admin.patch(path, { view_access: names });
    if (status !== 200) throw new Error(`Changing ${email} answered ${status}: ${text}`);
    this.access.set(email, wanted);
  }

  private async browserOf(kind: 'viewer' | 'demo' | 'owner' | 'bare') {
    if (kind !== 'demo') return this.product.signIn(kind === 'bare' ? 'bare@example.com' : PEOPLE[kind]);
    const client = await newcomer(this.product.running.app.client());
    await client.post('/api/auth/demo');
    return client;
  }

  private program(kind: 't-read' | 't-upload', names: readonly string[]): Promise<Credentials> {
    const key = `${kind} ${names.join()}`;
    return this.kept(key, async () => {
      const views = names.map(this.idOf).filter((id) => id !== '');
      const rights = [kind === 't-read' ? 'read' : 'upload'];
      const wanted = { name: `Program ${this.credentials.size}`, views, rights, expires_in_days: 1 };
      const { status, body, text } = await this.product.admin.post<MadeApiToken>('/api/tokens', wanted);
      if (status !== 201) throw new Error(`Making a token answered ${status}: ${text}`);
      return { authorization: `Bearer ${body.secret}` };
    });
  }

  private async kept(key: string, make: () => Promise<Credentials>): Promise<Credentials> {
    const made = this.credentials.get(key) ?? (await make());
    this.credentials.set(key, made);
    return made;
  }
}

const NOTHING = { deals: [], runs: [], versions: [], savedPages: [], cursors: [], owners: [] };

/** Deals of a view, of which the second import has another, and lacks one. */
const dealsOf = (name: string, at: number): string =>
  sheetOf(
    [0, 1, 2].map((row) => ({
      client: `${name} ${row + at}`,
      link: `https://${name.toLowerCase()}.example.com/${row + at}`,
      owner: `${name} Ann`,
      source: 'Inbound',
      // One is on no board any more: only such deals are looked up.
      stage: row === 0 ? 'Lost' : 'C Proposal sent',
      pipe: 81_000 + row,
    })),
  );
