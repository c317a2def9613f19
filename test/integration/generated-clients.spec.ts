import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createClient } from '@hey-api/openapi-ts';
import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { type RunningApp, startApp } from '../support/app.js';
import { sheetOf } from '../support/sheets.js';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '..', '..');
const CLIENTS = join(ROOT, 'test', 'generated-clients');
const GENERATED = join(CLIENTS, 'generated');
const BUILT = join(ROOT, '.build', 'generated-clients');
const SHEET = sheetOf([
  { client: 'Acme', pipe: 100 },
  { client: 'Bolt', pipe: 200 },
]);

let app: RunningApp;

beforeAll(async () => {
  app = await startApp();
  const { body: document } = await app.client().get<OpenAPI3>('/api/openapi.json');
  await rm(GENERATED, { recursive: true, force: true });
  await mkdir(GENERATED, { recursive: true });
  await writeFile(
    join(GENERATED, 'openapi-typescript.ts'),
    astToString(await openapiTypescript(structuredClone(document))),
  );
  await createClient({
    input: document as object,
    output: { path: join(GENERATED, 'hey-api'), module: { extension: '.js' } },
    logs: { level: 'silent' },
    plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
  });
  await run(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', CLIENTS]).catch(
    (error: unknown) => Promise.reject(new Error((error as { stdout: string }).stdout)),
  );
});

afterAll(() => app.stop());

it.each([
  ['openapi-fetch', 'Organic'],
  ['hey-api', 'Signal'],
])('a client made for %s signs in, reads, uploads and changes a target', async (script, view) => {
  const env = { ...process.env, ADDRESS: app.address, EMAIL: 'admin@example.com', VIEW: view, SHEET };
  const { stdout } = await run(process.execPath, [join(BUILT, `${script}.js`)], { env });
  expect(JSON.parse(stdout)).toEqual({
    status: 'published',
    poa: 14,
    revision: 1,
    clients: ['Bolt', 'Acme'],
  });
});
