import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto';

const USER = 'embedded';
/** The minimum that drivers accept. The password is random, so a small number makes no guess cheaper. */
const ITERATIONS = 4_096;

/**
 * A password for the life of the server, told in its connection string only. Clients prove by SCRAM-SHA-256
 * (RFC 5802, RFC 7677) that they know it, and see proven that the server does: a program that took over the port
 * of a server that ended learns nothing.
 */
export class Credential {
  private readonly password = randomBytes(32).toString('hex');
  private readonly salt = randomBytes(16);
  private readonly salted = pbkdf2Sync(this.password, this.salt, ITERATIONS, 32, 'sha256');

  /** Connection string for a server at `host:port`. */
  uri(address: string): string {
    const options = 'authMechanism=SCRAM-SHA-256&authSource=admin&directConnection=true';
    return `mongodb://${USER}:${this.password}@${address}/?${options}`;
  }

  /** The server's answer to a client's first message; undefined when the message is not one. */
  challenge(clientFirst: string): { bare: string; serverFirst: string } | undefined {
    const [, bare, user, nonce] = /^n,,(n=([^,]*),r=([^,]+))$/.exec(clientFirst) ?? [];
    if (bare === undefined || user !== USER || nonce === undefined) return undefined;
    const combined = `${nonce}${randomBytes(18).toString('base64')}`;
    return { bare, serverFirst: `r=${combined},s=${this.salt.toString('base64')},i=${ITERATIONS}` };
  }

  /** The server's proof for a client that has proven itself; undefined when it has not. */
  verify(
    { bare, serverFirst }: { bare: string; serverFirst: string },
    clientFinal: string,
  ): string | undefined {
    const [, withoutProof, nonce, proof] = /^(c=biws,r=([^,]+)),p=(.+)$/.exec(clientFinal) ?? [];
    if (withoutProof === undefined || proof === undefined) return undefined;
    if (!serverFirst.startsWith(`r=${nonce},`)) return undefined;
    const message = `${bare},${serverFirst},${withoutProof}`;
    const clientKey = hmac(this.salted, 'Client Key');
    const signature = hmac(createHash('sha256').update(clientKey).digest(), message);
    const expected = clientKey.map((byte, index) => byte ^ (signature[index] ?? 0));
    const given = Buffer.from(proof, 'base64');
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    return `v=${hmac(hmac(this.salted, 'Server Key'), message).toString('base64')}`;
  }
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
