import { Injectable } from '@nestjs/common';
import { type AuthConfig, type Me, permissionsOf, type SessionInfoPage } from '@app/contracts';
import { person as personActor } from '../audit/actors.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { Config } from '../config/config.js';
import { todayIn } from '../config/today.js';
import { attemptsSignIn, type SignInWay } from '../logging/request-context.js';
import { Refusal } from '../refusals/refusal.js';
import { wholePage } from '../http/whole-page.js';
import type { Person } from '../users/person.js';
import { UsersRepository } from '../users/users.repository.js';
import type { Asker } from '../users/asker.js';
import { Limits } from '../limits/limits.service.js';
import { SIGN_INS } from './sign-in-limit.guard.js';
import type { Caller } from './caller.js';
import type { LiveSession } from './session.js';
import { type OpenedSession, SessionsService } from './sessions.service.js';

/** Somebody, as the audit log names them. */
type Named = Pick<Person, 'id' | 'email'>;

/** Signing in and what a signed-in person learns about themselves. */
@Injectable()
export class AuthService {
  constructor(
    private readonly config: Config,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsService,
    private readonly audit: AuditLog,
    private readonly limits: Limits,
  ) {}

  /** Local people are named to local callers only: nobody else gets a list of addresses. */
  async signIns({ isLocal }: Pick<Caller, 'isLocal'>): Promise<Omit<AuthConfig, 'refusal'>> {
    const people = this.offersLocal(isLocal) ? await this.users.all() : [];
    return {
      google: this.config.googleClient !== null,
      demo: await this.offersDemo(),
      local: people.map(({ email, name, role }) => ({ email, name, role })),
    };
  }

  async signInLocally(email: string, caller: Caller): Promise<OpenedSession> {
    attemptsSignIn('local', email.toLowerCase());
    if (!this.offersLocal(caller.isLocal)) {
      throw new Refusal('forbidden', this.config.hasLocalSignIn ? NOT_HERE : LOCAL_IS_OFF);
    }
    const person = await this.users.byEmail(email);
    if (!person) {
      const message = `${email} is not a user. Ask a super admin to add the address.`;
      throw new Refusal('unauthenticated', message);
    }
    return this.signIn(person, caller, 'local');
  }

  async signInAsDemo(caller: Caller): Promise<OpenedSession> {
    attemptsSignIn('demo', null);
    if (!this.config.hasDemo) throw new Refusal('forbidden', 'The demo is off: AUTH_DEMO=1 turns it on.');
    const person = await this.users.byEmail(this.config.demoUserEmail);
    if (!person) {
      const message = `The demo user ${this.config.demoUserEmail} does not exist. Ask a super admin to add it.`;
      throw new Refusal('unavailable', message);
    }
    return this.signIn(person, caller, 'demo');
  }

  me(asker: Asker, csrf: string): Me {
    const { id, email, name, picture, role, viewAccess } = asker;
    const user = { id, email, name, picture, role, view_access: [...viewAccess] };
    const { currency, timeZone } = this.config;
    const installation = { currency, time_zone: timeZone, today: todayIn(timeZone, new Date()) };
    return { user, kinds: [...asker.kinds], permissions: permissionsOf(asker), installation, csrf };
  }

  async sessionsOf(asker: Asker, current: LiveSession): Promise<SessionInfoPage> {
    const sessions = await this.sessions.ofUser(asker.id);
    return wholePage(
      sessions.map((session) => ({
        id: session.id,
        device: session.device,
        created_at: session.createdAt.toISOString(),
        last_used_at: session.lastUsedAt.toISOString(),
        address: session.address,
        expires_at: session.expiresAt.toISOString(),
        current: session.tokenHash === current.tokenHash,
      })),
    );
  }

  /** Ends one of the person's own sessions; true when it is the one that asks. */
  async endSession(asker: Asker, id: string, current: LiveSession): Promise<boolean> {
    const session = (await this.sessions.ofUser(asker.id)).find((own) => own.id === id);
    if (!session) throw new Refusal('absent', `You have no session ${JSON.stringify(id)}.`);
    await this.sessions.close(session);
    await this.tellEnded(asker, session);
    return session.tokenHash === current.tokenHash;
  }

  /** Ends all sessions of a person. @param except the one that stays */
  async endSessions(person: Named, except?: LiveSession): Promise<void> {
    const ended = (await this.sessions.ofUser(person.id)).filter(
      ({ tokenHash }) => tokenHash !== except?.tokenHash,
    );
    await this.sessions.closeAll(person.id, except);
    for (const session of ended) await this.tellEnded(person, session);
  }

  async signOut(session: LiveSession): Promise<void> {
    await this.sessions.close(session);
    await this.audit.record({ action: 'signed_out' });
  }

  /** Opens a session for somebody who has shown who they are. A browser has one: the one that it had ends. */
  async signIn(person: Person, caller: Caller, way: SignInWay): Promise<OpenedSession> {
    const { session } = caller;
    await this.checkOften(person);
    const opened = await this.sessions.open(person, caller);
    if (session) await this.sessions.close(session);
    await this.audit.record({
      action: 'signed_in',
      actor: personActor(person),
      subject: { id: person.id, name: person.email },
      after: { way, expires_at: opened.session.expiresAt },
    });
    return opened;
  }

  /** The demo user is many people. */
  private async checkOften({ id, email }: Person): Promise<void> {
    const { signInLimit: most, demoUserEmail } = this.config;
    if (email.toLowerCase() === demoUserEmail) return;
    await this.limits.count(SIGN_INS, [{ key: `sign-in person ${id}`, most }]);
  }

  private async tellEnded({ id, email }: Named, { createdAt, lastUsedAt, expiresAt, device }: LiveSession) {
    await this.audit.record({
      action: 'session_ended',
      subject: { id, name: email },
      before: { created_at: createdAt, last_used_at: lastUsedAt, expires_at: expiresAt, device },
    });
  }

  /** Whether anybody can open the demo: it is on, and its user is there. */
  private async offersDemo(): Promise<boolean> {
    return this.config.hasDemo && (await this.users.byEmail(this.config.demoUserEmail)) !== null;
  }

  private offersLocal(isLocal: boolean): boolean {
    return this.config.hasLocalSignIn && isLocal;
  }
}

const NOT_HERE = 'Local sign-in works only on the machine of the product itself.';
const LOCAL_IS_OFF =
  'Local sign-in is off: in production, under a PUBLIC_URL that others open, and with MONGO_URL unless AUTH_LOCAL=1 is set. A sign-in link lets you in: a super admin makes one, or npm run invite on the machine of the product.';
