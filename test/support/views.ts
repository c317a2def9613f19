import type { IngestionRun, View, ViewPage } from '@app/contracts';
import type { Client } from './client.js';

/** Less than a test may take: whoever waits in vain is to learn for what. */
const PATIENCE_MS = 90_000;
const UNFINISHED = new Set(['queued', 'running']);

/** The views the person can open, by name. */
export async function viewsOf(client: Client): Promise<Map<string, View>> {
  const { body } = await client.get<ViewPage>('/api/views');
  return new Map(body.items.map((view) => [view.name, view]));
}

/** Uploads a sheet and waits for its run to end; the question of a held one stays open. */
export async function uploaded(
  client: Client,
  viewId: string,
  name: string,
  content: Uint8Array<ArrayBuffer> | string,
  query = '',
): Promise<IngestionRun> {
  const path = `/api/views/${viewId}/ingestions${query}`;
  const { status, text, body } = await client.upload<IngestionRun>(path, name, content);
  if (status !== 202) throw new Error(`Uploading ${name} answered ${status}: ${text}`);
  return runEnded(client, viewId, body.id);
}

/** Asks what a sheet would change, and waits for the answer. */
export const previewed = (
  client: Client,
  viewId: string,
  name: string,
  content: Uint8Array<ArrayBuffer> | string,
): Promise<IngestionRun> => uploaded(client, viewId, name, content, '?dry_run=true');

/** Says to publish a preview or a held run, and waits for it to end. */
export async function publishHeld(
  client: Client,
  { view_id, id }: Pick<IngestionRun, 'view_id' | 'id'>,
): Promise<IngestionRun> {
  const path = `/api/views/${view_id}/ingestions/${id}/publish`;
  const { status, text } = await client.post(path);
  if (status !== 202) throw new Error(`Publishing run ${id} answered ${status}: ${text}`);
  return runEnded(client, view_id, id);
}

/** Brings a sheet in whatever it does to what is there: a held run is published, as its uploader would. */
export async function ingest(
  client: Client,
  viewId: string,
  name: string,
  content: Uint8Array<ArrayBuffer> | string,
): Promise<IngestionRun> {
  const run = await uploaded(client, viewId, name, content);
  return run.status === 'held' ? publishHeld(client, run) : run;
}

/** The run when it has ended. */
export async function runEnded(client: Client, viewId: string, run: string): Promise<IngestionRun> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const { body, text } = await client.get<IngestionRun>(`/api/views/${viewId}/ingestions/${run}`);
    if (!UNFINISHED.has(body.status)) return body;
    if (Date.now() > deadline) throw new Error(`Run ${run} did not end within ${PATIENCE_MS} ms: ${text}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** The report of a run that must have one. */
export function reportOf(run: IngestionRun): NonNullable<IngestionRun['report']> {
  if (!run.report) throw new Error(`Run ${run.id} has no report: ${run.error}`);
  return run.report;
}

/** A view by its name. */
export function viewNamed(views: ReadonlyMap<string, View>, name: string): View {
  const view = views.get(name);
  if (!view) throw new Error(`There is no view ${name}.`);
  return view;
}
