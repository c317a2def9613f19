import { Client } from './client.js';

/** A program with an API token, which reads. */
export class Program extends Client {
  constructor(
    address: string,
    private readonly secret: string,
  ) {
    super(address);
  }

  override send<Body>(method: string, path: string, sent: Parameters<Client['send']>[2] = {}) {
    const headers = { ...sent.headers, authorization: `Bearer ${this.secret}` };
    return super.send<Body>(method, path, { ...sent, headers });
  }
}
