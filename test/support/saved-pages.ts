import type { SavedPage, SavedPageFields } from '@app/contracts';
import type { Client } from './client.js';

/** What somebody saves: a test changes what it is about. */
export const aPage = (change: Partial<SavedPageFields> = {}): SavedPageFields => ({
  name: 'Inbound',
  page: 'meetings-generation',
  parameters: { period: 'this_month', source_group: ['inbound'] },
  is_shared: false,
  ...change,
});

/** A page that somebody saved for everybody who opens a view. */
export async function aSharedPage(client: Client, viewId: string, name = 'Shared'): Promise<SavedPage> {
  const path = `/api/views/${viewId}/saved-pages`;
  const { status, body, text } = await client.post<SavedPage>(path, aPage({ name, is_shared: true }));
  if (status !== 201) throw new Error(`Saving a page answered ${status}: ${text}`);
  return body;
}
