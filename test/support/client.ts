/** An answer of the API, read to its end. `Body` is what the caller expects: an assertion of the test, not a check. */
export interface Answer<Body = Record<string, unknown>> {
  status: number;
  headers: Headers;
  /** Parsed when it is JSON; of other answers an empty object. */
  body: Body;
  text: string;
}

interface Sent {
  body?: RequestInit['body'];
  headers?: Record<string, string>;
}

/** A browser in miniature: keeps cookies and hands the CSRF token back. */
export class Client {
  private readonly jar = new Map<string, string>();

  constructor(readonly address: string) {}

  /** Local sign-in; afterwards every call is this person's. */
  async signIn(email: string): Promise<this> {
    await this.get('/api/auth/config');
    const { status, text } = await this.post('/api/auth/local', { email });
    if (status !== 200) throw new Error(`Signing in as ${email} answered ${status}: ${text}`);
    return this;
  }

  cookie(name: string): string | undefined {
    return this.jar.get(name);
  }

  setCookie(name: string, value: string): void {
    this.jar.set(name, value);
  }

  get<Body = Record<string, unknown>>(
    path: string,
    headers: Record<string, string> = {},
  ): Promise<Answer<Body>> {
    return this.send<Body>('GET', path, { headers });
  }

  post<Body = Record<string, unknown>>(path: string, body?: unknown, headers?: Record<string, string>) {
    return this.send<Body>('POST', path, json(body, headers));
  }

  put<Body = Record<string, unknown>>(path: string, body?: unknown, headers?: Record<string, string>) {
    return this.send<Body>('PUT', path, json(body, headers));
  }

  patch<Body = Record<string, unknown>>(path: string, body?: unknown, headers?: Record<string, string>) {
    return this.send<Body>('PATCH', path, json(body, headers));
  }

  delete<Body = Record<string, unknown>>(path: string, headers?: Record<string, string>) {
    return this.send<Body>('DELETE', path, { headers });
  }

  /** Multipart with one `file`. */
  upload<Body = Record<string, unknown>>(
    path: string,
    name: string,
    content: Uint8Array<ArrayBuffer> | string,
    type = 'text/csv',
  ) {
    const form = new FormData();
    form.set('file', new Blob([content], { type }), name);
    return this.send<Body>('POST', path, { body: form });
  }

  /**
   * A file, as its bytes: reading an answer as text would drop a BOM.
   *
   * @param sent the body that it is asked for with
   */
  async download(
    path: string,
    sent?: object,
  ): Promise<{ status: number; headers: Headers; bytes: Buffer<ArrayBuffer> }> {
    const { status, headers, body } = await this.open(path, sent);
    return { status, headers, bytes: Buffer.from(await new Response(body).arrayBuffer()) };
  }

  /** A file whose bytes the caller reads, or not. */
  open(path: string, sent?: object): Promise<Response> {
    const headers = { cookie: this.cookies() };
    if (sent === undefined) return fetch(this.address + path, { headers });
    const token = { 'x-xsrf-token': this.jar.get('XSRF-TOKEN') ?? '', 'content-type': 'application/json' };
    const body = JSON.stringify(sent);
    return fetch(this.address + path, { method: 'POST', body, headers: { ...headers, ...token } });
  }

  /** Anything else: headers given here win over the cookies and the token. */
  async send<Body>(method: string, path: string, { body, headers = {} }: Sent = {}): Promise<Answer<Body>> {
    const own: Record<string, string> = {};
    if (this.jar.size > 0) own.cookie = this.cookies();
    const token = this.jar.get('XSRF-TOKEN');
    if (token && method !== 'GET') own['x-xsrf-token'] = token;
    const sent = { ...own, ...headers };
    const response = await fetch(this.address + path, { method, body, headers: sent, redirect: 'manual' });
    this.keepCookies(response.headers);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const { status, headers: received } = response;
    return { status, headers: received, text, body: (isJson && text !== '' ? JSON.parse(text) : {}) as Body };
  }

  private cookies(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  private keepCookies(headers: Headers): void {
    for (const line of headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) this.jar.delete(name);
      else this.jar.set(name, decodeURIComponent(value));
    }
  }
}

const json = (body: unknown, headers: Record<string, string> = {}): Sent =>
  body === undefined
    ? { headers }
    : { body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } };
