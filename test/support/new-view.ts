import type { View } from '@app/contracts';
import { noticed } from './noticed.js';
import type { Product } from './product-with-database.js';
import { viewNamed, viewsOf } from './views.js';

/**
 * A view that no other test uses.
 *
 * @param more what its document has beside its name
 */
export async function newView(product: Product, name: string, more: object = {}): Promise<View> {
  const { database, admin } = product;
  const id = `view-${name.toLowerCase()}`;
  const view = { id, name, is_master: false, is_default: false, ...more };
  await database.db.collection('views').insertOne(view);
  await noticed(product);
  return viewNamed(await viewsOf(admin), name);
}
