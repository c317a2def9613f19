import { randomUUID } from 'node:crypto';
import { eventually } from './eventually.js';
import type { Product } from './product-with-database.js';
import { viewsOf } from './views.js';

/**
 * Waits until the product has noticed what a test wrote to `views` behind its back: a mark that was written later
 * shows. The sign-in at its end makes the product forget what it answered a moment ago.
 */
export async function noticed({ database, app, admin }: Product): Promise<void> {
  const mark = randomUUID();
  const views = database.db.collection('views');
  const marked = await views.findOneAndUpdate({}, { $set: { sheet_name: mark } });
  await eventually(async () => {
    const seen = [...(await viewsOf(admin)).values()].find(({ id }) => id === marked?.id);
    expect(seen?.sheet_name).toBe(mark);
  });
  await app.signIn('admin@example.com');
}
