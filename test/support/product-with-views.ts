import type { ArchivedView, View } from '@app/contracts';
import type { Answer, Client } from './app.js';
import { type Product, startProduct } from './product-with-database.js';
import { sheetOf } from './sheets.js';
import { viewNamed, viewsOf } from './views.js';

/** The product with an admin who makes, renames and deletes views, and what stands in the database of them. */
export class ProductWithViews {
  private constructor(private readonly running: Product) {}

  static async start(): Promise<ProductWithViews> {
    return new ProductWithViews(await startProduct());
  }

  get admin() {
    return this.running.admin;
  }

  get app() {
    return this.running.app;
  }

  get db() {
    return this.running.database.db;
  }

  stop(): Promise<void> {
    return this.running.stop();
  }

  async idOf(name: string): Promise<string> {
    return viewNamed(await viewsOf(this.admin), name).id;
  }

  async made(body: object): Promise<View> {
    const answer = await this.admin.post<View>('/api/views', body);
    expect([answer.status, answer.text]).toEqual([201, answer.text]);
    return answer.body;
  }

  deleted({ id, name }: View): Promise<Answer<ArchivedView>> {
    return this.admin.delete<ArchivedView>(`/api/views/${id}?confirm=${encodeURIComponent(name)}`);
  }

  /** Names of the collections that hold records, or held them. */
  async collections(): Promise<string[]> {
    const all = await this.db.listCollections().toArray();
    return all.map(({ name }) => name).filter((name) => name.includes('sales_records'));
  }

  userOf(email: string) {
    return this.db.collection('users').findOne({ email });
  }
}

/** Clients of the deals of a view, as somebody reads them. */
export async function clientsOf(reader: Client, id: string): Promise<string[]> {
  const { body } = await reader.get<{ items: { client: string }[] }>(`/api/views/${id}/records`);
  return body.items.map(({ client }) => client);
}

/** A sheet of lost deals, one of each client. */
export const lostDeals = (...clients: string[]) =>
  sheetOf(clients.map((client) => ({ client, stage: 'Lost', pipe: 1 })));
