import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunningApp } from './running-app.js';

const POLL_MS = 20;

/** Resolves when no file of an upload is left: what is refused is removed, at the latest soon after its answer. */
export async function spoolIsEmpty({ dataDir }: Pick<RunningApp, 'dataDir'>): Promise<void> {
  while ((await spooled(dataDir)).length > 0) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
}

/** Resolves when a file has begun to come in. */
export async function spoolIsUsed({ dataDir }: Pick<RunningApp, 'dataDir'>): Promise<void> {
  while ((await spooled(dataDir)).length === 0) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
}

const spooled = (dataDir: string): Promise<string[]> => readdir(join(dataDir, 'uploads')).catch(() => []);
