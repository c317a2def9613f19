import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { AuthConfig, Me, SessionInfoPage } from '@app/contracts';
import { Config } from '../config/config.js';
import { todayIn } from '../config/today.js';
import { forbidden, notFound, unauthorized, unavailable } from '../http/problem.js';
import { wholePage } from '../http/whole-page.js';
import type { Person } from '../users/person.js';
import { UsersRepository } from '../users/users.repository.js';
import type { Asker } from '../users/asker.js';
import { isLocal } from './local-access.js';
import { permissionsOf } from '../views/permissions.js';
import type { AuthenticatedRequest } from './request.js';
import type { LiveSession } from './session.js';
import { type OpenedSession, SessionsService } from './sessions.service.js';

/** Signing in and what a signed-in person learns about themselves. */
@Injectable()
export class AuthService {
  constructor(
    private readonly config: Config,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsService,
  ) {}

  /** Local people are named to local callers only: nobody else gets a list of addresses. */
  async signIns(request: FastifyRequest): Promise<AuthConfig> {
    const people = this.offersLocal(request) ? await this.users.all() : [];
    return {
      google: false,
      demo: this.config.hasDemo,
      local: people.map(({ email, name, role }) => ({ email, name, role })),
    };
  }

  async signInLocally(email: string, request: AuthenticatedRequest): Promise<OpenedSession> {
    if (!this.offersLocal(request))
      throw forbidden('Local sign-in works only on the machine of the product itself.');
    const person = await this.users.byEmail(email);
    if (!person) throw unauthorized(`${email} is not a user. Ask a super admin to add the address.`);
    return this.signIn(person, request);
  }

  async signInAsDemo(request: AuthenticatedRequest): Promise<OpenedSession> {
    if (!this.config.hasDemo) throw forbidden('The demo is off: AUTH_DEMO=1 turns it on.');
    const person = await this.users.byEmail(this.config.demoUserEmail);
    if (!person)
      throw unavailable(
        `The demo user ${this.config.demoUserEmail} does not exist. Ask a super admin to add it.`,
      );
    return this.signIn(person, request);
  }

  me(asker: Asker, csrf: string): Me {
    const { id, email, name, picture, role, viewAccess } = asker;
    const user = { id, email, name, picture, role, view_access: [...viewAccess] };
    const { asherPovEmail, currency, timeZone } = this.config;
    const installation = { currency, time_zone: timeZone, today: todayIn(timeZone, new Date()) };
    return { user, permissions: permissionsOf(asker, asherPovEmail), installation, csrf };
  }

  async sessionsOf(asker: Asker, current: LiveSession): Promise<SessionInfoPage> {
    const sessions = await this.sessions.ofUser(asker.id);
    return wholePage(
      sessions.map(({ id, createdAt, expiresAt, tokenHash }) => ({
        id,
        created_at: createdAt.toISOString(),
        expires_at: expiresAt.toISOString(),
        current: tokenHash === current.tokenHash,
      })),
    );
  }

  /** Ends one of the person's own sessions; true when it is the one that asks. */
  async endSession(asker: Asker, id: string, current: LiveSession): Promise<boolean> {
    const session = (await this.sessions.ofUser(asker.id)).find((own) => own.id === id);
    if (!session) throw notFound(`You have no session ${JSON.stringify(id)}.`);
    await this.sessions.close(session);
    return session.tokenHash === current.tokenHash;
  }

  signOut(session: LiveSession): Promise<void> {
    return this.sessions.close(session);
  }

  /** A browser has one session: the one that it had ends. */
  private async signIn(person: Person, { session }: AuthenticatedRequest): Promise<OpenedSession> {
    const opened = await this.sessions.open(person);
    if (session) await this.sessions.close(session);
    return opened;
  }

  private offersLocal({ socket: { remoteAddress }, raw: { httpVersion, headers } }: FastifyRequest): boolean {
    return this.config.hasLocalSignIn && isLocal({ remoteAddress, httpVersion, headers });
  }
}
