import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SealedCookies } from '../auth/sealed-cookies.js';
import { Config } from '../config/config.js';
import { stale } from './google-refusal.js';
import { UsedSignInsRepository } from './used-sign-ins.repository.js';

/** What a browser keeps of a sign-in that it has begun. */
export type SignInAttempt = Readonly<Record<string, string>>;

/**
 * Sign-ins under way. State and verifier are kept in a sealed cookie of the browser that began: what comes back is good
 * in that browser alone, for ten minutes, once. Nothing is stored for a sign-in that never comes back.
 */
@Injectable()
export class SignInAttempts {
  constructor(
    private readonly cookies: SealedCookies,
    private readonly used: UsedSignInsRepository,
    private readonly config: Config,
  ) {}

  /** @returns the state, which Google hands back, and what the browser is to keep */
  async begin(verifier: string, returnTo: string): Promise<{ state: string; sealed: string }> {
    const state = randomBytes(32).toString('base64url');
    return { state, sealed: await this.cookies.seal('sign-in', { state, verifier, returnTo }) };
  }

  /**
   * Uses up what came back.
   *
   * @returns the verifier
   * @throws GoogleRefusal where this browser has begun no such sign-in, or used it
   */
  async take(attempt: SignInAttempt | null, state: string): Promise<string> {
    const { state: wanted, verifier } = attempt ?? {};
    if (!wanted || !verifier || !equal(wanted, state) || !(await this.used.use(state)))
      throw stale(this.config.publicUrl);
    return verifier;
  }
}

function equal(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
