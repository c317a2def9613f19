import { client } from './generated/hey-api/client.gen.js';
import {
  changeTargets,
  listRecords,
  listViews,
  readAuthConfig,
  readIngestion,
  readTargets,
  signInLocally,
  uploadSheet,
} from './generated/hey-api/sdk.gen.js';
import { given, Session, until } from './session.js';

/* The same script over the functions that @hey-api/openapi-ts makes: it sends the CSRF token because the document says so. */
const session = new Session();
client.setConfig({
  baseUrl: given('ADDRESS'),
  auth: ({ name }) => (name === 'X-XSRF-TOKEN' ? session.token : ''),
});
client.interceptors.request.use((request) => {
  request.headers.set('Cookie', session.cookies);
  return request;
});
client.interceptors.response.use((response) => {
  session.keep(response);
  return response;
});

await readAuthConfig();
await signInLocally({ body: { email: given('EMAIL') } });
const { data: views } = await listViews();
const viewId = views?.items.find(({ name }) => name === given('VIEW'))?.id ?? '';
const path = { viewId };

const file = new File([given('SHEET')], 'sheet.csv', { type: 'text/csv' });
const uploaded = await uploadSheet({ path, body: { file } });
const run = uploaded.data?.id ?? '';
const status = await until(async () => {
  const { data } = await readIngestion({ path: { viewId, run } });
  return data === undefined || data.status === 'queued' || data.status === 'running'
    ? undefined
    : data.status;
});

const before = await readTargets({ path });
const changed = await changeTargets({
  path,
  headers: { 'If-Match': before.response?.headers.get('ETag') ?? '' },
  body: { targets: { intro_poa: { poa: 14 } } },
});
const records = await listRecords({ path, query: { limit: 10, sort: '-pipeline' } });

console.log(
  JSON.stringify({
    status,
    poa: changed.data?.resolved.poa?.value,
    revision: changed.data?.revision,
    clients: records.data?.items.map(({ client: name }) => name),
  }),
);
