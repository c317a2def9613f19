const READY_WITHIN_MS = 60_000;

/** Waits until the product is ready and signs in: the session's cookie, and the id of a view that has records. */
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
  return { cookie, view: items.find(({ name }) => name === 'Organic').id };
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
