import createClient from 'openapi-fetch';
import type { paths } from './generated/openapi-typescript.js';
import { given, Session, until } from './session.js';

/* A script over the types that openapi-typescript makes of the document: signs in, reads, uploads, changes a target. */
const session = new Session();
const api = createClient<paths>({ baseUrl: given('ADDRESS') });
api.use({
  onRequest({ request }) {
    request.headers.set('Cookie', session.cookies);
    if (request.method !== 'GET') request.headers.set('X-XSRF-TOKEN', session.token);
    return request;
  },
  onResponse({ response }) {
    session.keep(response);
  },
});

await api.GET('/api/auth/config');
await api.POST('/api/auth/local', { body: { email: given('EMAIL') } });
const { data: views } = await api.GET('/api/views');
const viewId = views?.items.find(({ name }) => name === given('VIEW'))?.id ?? '';
const path = { viewId };

const uploaded = await api.POST('/api/views/{viewId}/ingestions', {
  params: { path },
  body: { file: given('SHEET') },
  bodySerializer({ file }) {
    const form = new FormData();
    form.set('file', new Blob([file], { type: 'text/csv' }), 'sheet.csv');
    return form;
  },
});
const run = uploaded.data?.id ?? '';
const status = await until(async () => {
  const { data } = await api.GET('/api/views/{viewId}/ingestions/{run}', {
    params: { path: { viewId, run } },
  });
  return data === undefined || data.status === 'queued' || data.status === 'running'
    ? undefined
    : data.status;
});

const before = await api.GET('/api/views/{viewId}/targets', { params: { path } });
const changed = await api.PUT('/api/views/{viewId}/targets', {
  params: { path, header: { 'If-Match': before.response.headers.get('ETag') ?? '' } },
  body: { targets: { intro_poa: { poa: 14 } } },
});
const records = await api.GET('/api/views/{viewId}/records', {
  params: { path, query: { limit: 10, sort: '-pipeline' } },
});

console.log(
  JSON.stringify({
    status,
    poa: changed.data?.resolved.poa?.value,
    revision: changed.data?.revision,
    clients: records.data?.items.map(({ client }) => client),
  }),
);
