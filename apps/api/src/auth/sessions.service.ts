import { hash, randomBytes, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { kindsOf } from '@app/contracts';
import { Config } from '../config/config.js';
import { LastUses } from '../database/last-uses.js';
import { MicroCache } from '../database/micro-cache.js';
import { OwnWrites } from '../database/own-writes.js';
import type { Person } from '../users/person.js';
import { UsersRepository } from '../users/users.repository.js';
import type { Asker } from '../users/asker.js';
import type { LiveSession } from './session.js';
import { SessionsRepository } from './sessions.repository.js';

const HOUR_MS = 3_600_000;
const NORMAL_HOURS = 168;
const DEMO_HOURS = 24;
const TOKEN_BYTES = 32;
/** Far more than a token has: what is longer was never given to anybody, and is not kept in memory either. */
const MAX_TOKEN_LENGTH = 256;

/** A session with the token that only its browser gets to know. */
export interface OpenedSession {
  readonly token: string;
  readonly session: LiveSession;
  readonly asker: Asker;
}

/** Where somebody signs in. */
type Place = Pick<LiveSession, 'device' | 'address'>;

/** Who a token stands for. */
export interface Identified {
  readonly asker: Asker;
  readonly session: LiveSession;
}

/**
 * Sessions: 256 random bits in the cookie, their SHA-256 in the database. Who holds one is remembered for a moment, so
 * that a page of many requests reads it once; what this process writes about sessions and people acts on the next
 * request.
 */
@Injectable()
export class SessionsService {
  private readonly holders = new MicroCache((token) => this.holderOf(hashOf(token)));
  private readonly uses = new LastUses((...use) => this.sessions.used(...use));

  constructor(
    private readonly sessions: SessionsRepository,
    private readonly users: UsersRepository,
    private readonly config: Config,
    ownWrites: OwnWrites,
  ) {
    for (const collection of ['users', 'user_sessions']) {
      ownWrites.after(collection, () => {
        this.holders.forget();
      });
    }
  }

  /** Who asks with this token; null when the session or its user is gone. */
  identify(token: string | undefined): Promise<Identified | null> {
    return token && token.length <= MAX_TOKEN_LENGTH ? this.holders.read(token) : NOBODY;
  }

  async open(person: Person, { device, address }: Place): Promise<OpenedSession> {
    const asker = this.toAsker(person);
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const now = new Date();
    const hours = asker.kinds.includes('demo') ? DEMO_HOURS : NORMAL_HOURS;
    const session: LiveSession = {
      id: `session-${randomUUID()}`,
      userId: person.id,
      tokenHash: hashOf(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + hours * HOUR_MS),
      device,
      lastUsedAt: now,
      address,
    };
    await this.sessions.add(session);
    await this.users.signedIn(person.id, now);
    return { token, session, asker };
  }

  noteUse(session: LiveSession, address: string | null): void {
    this.uses.note(session, address);
  }

  close({ tokenHash }: LiveSession): Promise<void> {
    return this.sessions.remove(tokenHash);
  }

  /** Ends every session of a person, wherever they are signed in. @param except one that stays */
  closeAll(userId: string, except?: LiveSession): Promise<void> {
    return this.sessions.removeOfUser(userId, except?.tokenHash);
  }

  /** How many live sessions each person has, by their ids. */
  counts(): Promise<ReadonlyMap<string, number>> {
    return this.sessions.counts(new Date());
  }

  ofUser(userId: string): Promise<LiveSession[]> {
    return this.sessions.ofUser(userId, new Date());
  }

  private toAsker(person: Person): Asker {
    const email = person.email.toLowerCase();
    const isDemo = email === this.config.demoUserEmail;
    const ownsPov = email === this.config.asherPovEmail;
    return { ...person, kinds: kindsOf({ role: person.role, isDemo, ownsPov }) };
  }

  private async holderOf(tokenHash: string): Promise<Identified | null> {
    const session = await this.sessions.byTokenHash(tokenHash, new Date());
    if (!session) return null;
    const person = await this.users.byId(session.userId);
    if (!person) await this.endOfGone(session.userId);
    return person && { asker: this.toAsker(person), session };
  }

  /**
   * With a person go the sessions: nobody of the same id, made again, finds them open. Whose document is only damaged
   * finds them again when it is mended.
   */
  private async endOfGone(userId: string): Promise<void> {
    if (!(await this.users.has(userId))) await this.sessions.removeOfUser(userId);
  }
}

const NOBODY = Promise.resolve(null);

const hashOf = (token: string): string => hash('sha256', token);
