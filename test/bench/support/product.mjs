const READY_WITHIN_MS = 60_000;
const IMPORTED_WITHIN_MS = 180_000;

/** Waits until the product is ready and signs in: the session's cookie, its token, and the id of a view. */
export async function signIn(address) {
  await ready(address);
  const config = await fetch(`${address}/api/auth/config`);
  const csrf = cookieOf(config, 'XSRF-TOKEN');
  const answer = await fetch(`${address}/api/auth/local`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: `XSRF-TOKEN=${csrf}`,
      'x-xsrf-token': decodeURIComponent(csrf),
    },
    body: JSON.stringify({ email: 'admin@example.com' }),
  });
  if (answer.status !== 200) throw new Error(`Signing in answered ${answer.status}: ${await answer.text()}`);
  const cookie = `session=${cookieOf(answer, 'session')}`;
  const { items } = await (await fetch(`${address}/api/views`, { headers: { cookie } })).json();
  return {
    cookie,
    token: cookieOf(answer, 'XSRF-TOKEN'),
    view: items.find(({ name }) => name === 'Organic').id,
  };
}

/** Brings a sheet into a view as a browser does, and waits until its readers see it. */
export async function importSheet(address, { cookie, token, view }, content) {
  const form = new FormData();
  form.set('file', new Blob([content], { type: 'text/csv' }), 'sheet.csv');
  const path = `${address}/api/views/${view}/ingestions`;
  const headers = { cookie: `${cookie}; XSRF-TOKEN=${token}`, 'x-xsrf-token': decodeURIComponent(token) };
  const answer = await fetch(path, { method: 'POST', headers, body: form });
  if (answer.status !== 202)
    throw new Error(`The sheet was answered ${answer.status}: ${await answer.text()}`);
  const { id } = await answer.json();
  const deadline = Date.now() + IMPORTED_WITHIN_MS;
  while (Date.now() < deadline) {
    const run = await (await fetch(`${path}/${id}`, { headers: { cookie } })).json();
    if (run.status === 'published') return;
    // A bench knows that its sheets have little in common.
    if (run.status === 'held') await fetch(`${path}/${id}/publish`, { method: 'POST', headers });
    if (run.status === 'failed') throw new Error(`The import failed: ${JSON.stringify(run)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The sheet was not imported in time.');
}

async function ready(address) {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline) {
    const answer = await fetch(`${address}/api/health/ready`).catch(() => null);
    if (answer?.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The product was not ready within a minute.');
}

function cookieOf(answer, name) {
  const line = answer.headers.getSetCookie().find((text) => text.startsWith(`${name}=`));
  if (!line) throw new Error(`No cookie ${name} was set.`);
  return line.slice(name.length + 1).split(';')[0];
}
