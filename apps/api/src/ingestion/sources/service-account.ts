import { text } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { importPKCS8, SignJWT } from 'jose';
import { Config } from '../../config/config.js';
import { accountRefused, googleFails } from './fetch-fault.js';
import { askGoogle, TOKENS } from './google-http.js';

const TOKEN_ADDRESS = `https://${TOKENS}/token`;
const SCOPE = 'https://www.googleapis.com/auth/drive.readonly';
const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const ALGORITHM = 'RS256';
/** A key is not used in its last minute. */
const SPARE_MS = 60_000;

/** The service account of the installation, where it has one: sheets are shared with its address. */
@Injectable()
export class ServiceAccount {
  private token: { readonly value: string; readonly until: number } | null = null;

  constructor(private readonly config: Config) {}

  /** Null where there is none. */
  get address(): string | null {
    return this.config.googleServiceAccount?.email ?? null;
  }

  /** Headers that a request for a sheet carries. @throws FetchFault when Google does not accept the account */
  async headers(signal: AbortSignal): Promise<Record<string, string>> {
    if (this.config.googleServiceAccount === null) return {};
    if (this.token === null || this.token.until < Date.now()) this.token = await this.newToken(signal);
    return { authorization: `Bearer ${this.token.value}` };
  }

  private async newToken(signal: AbortSignal): Promise<{ value: string; until: number }> {
    const assertion = await this.assertion();
    const answer = await askGoogle(
      new URL(TOKEN_ADDRESS),
      {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ grant_type: GRANT, assertion }).toString(),
        signal,
      },
      this.address,
    );
    const { statusCode = 0 } = answer;
    const said = await text(answer);
    if (statusCode >= 500 || statusCode === 429) throw googleFails(statusCode, null);
    const { access_token: value, expires_in: seconds } = statusCode === 200 ? parsed(said) : {};
    if (typeof value !== 'string' || typeof seconds !== 'number') throw accountRefused();
    return { value, until: Date.now() + seconds * 1000 - SPARE_MS };
  }

  private async assertion(): Promise<string> {
    const account = this.config.googleServiceAccount;
    if (account === null) throw new Error('There is no service account.');
    try {
      const key = await importPKCS8(account.privateKey, ALGORITHM);
      return await new SignJWT({ scope: SCOPE })
        .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
        .setIssuer(account.email)
        .setAudience(TOKEN_ADDRESS)
        .setIssuedAt()
        .setExpirationTime('1h')
        .sign(key);
    } catch {
      // Whatever a library says of a key stays out of messages.
      throw accountRefused();
    }
  }
}

function parsed(answer: string): Record<string, unknown> {
  try {
    return JSON.parse(answer) as Record<string, unknown>;
  } catch {
    return {};
  }
}
