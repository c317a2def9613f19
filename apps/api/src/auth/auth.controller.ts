import { Controller, Delete, Get, HttpCode, Param, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type AuthConfig, LocalSignIn, type Me, type SessionInfoPage } from '@app/contracts';
import { BodyOf } from '../http/body-limits.js';
import { oneOf, type QueryValues, ReadQuery } from '../http/query-parameters.js';
import { wholePage } from '../http/whole-page.js';
import { CheckedBody } from '../http/validation.js';
import { Answers, Describe, Problems, Takes } from '../openapi/answers.js';
import { AuthService } from './auth.service.js';
import { callerOf } from './caller.js';
import { Cookies } from './cookies.js';
import { EXAMPLE_CONFIG, EXAMPLE_ME, EXAMPLE_SESSIONS } from './auth.examples.js';
import type { AuthenticatedRequest } from './authenticated-request.js';
import { type Asker, CurrentSession, CurrentUser, Public, Requires } from './rules.js';
import type { LiveSession } from './session.js';
import { SealedCookies } from './sealed-cookies.js';
import { SignInLimit } from './sign-in-limit.guard.js';
import type { OpenedSession } from './sessions.service.js';

const ENDING = {
  keep: oneOf({ name: 'keep', description: 'current: the session that asks stays.' }, ['current']),
};

@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly auth: AuthService,
    private readonly cookies: Cookies,
    private readonly sealed: SealedCookies,
  ) {}

  @Get('config')
  @Public()
  @Describe(
    'Which sign-ins exist.',
    'Sets the `XSRF-TOKEN` cookie, which every write sends back as `X-XSRF-TOKEN`. After a sign-in with Google that was refused it says why, once, to the browser that tried.',
  )
  @Answers(200, 'AuthConfig', { description: 'The ways to sign in.', example: EXAMPLE_CONFIG })
  async readAuthConfig(
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AuthConfig> {
    await this.cookies.giveCsrf(reply, request.session ?? null);
    return {
      ...(await this.auth.signIns(callerOf(request))),
      refusal: await this.toldRefusal(request, reply),
    };
  }

  @Post('local')
  @HttpCode(200)
  @BodyOf({ bytes: 1_024 })
  @Public()
  @UseGuards(SignInLimit)
  @Describe(
    'Sign in as a user of the database.',
    'With the embedded database or AUTH_LOCAL=1, on the machine itself only: over loopback, under a loopback name, not behind a proxy, not with another PUBLIC_URL, never in production. Ends the session that asks.',
  )
  @Takes('LocalSignIn', { email: 'admin@example.com' })
  @Answers(200, 'Me', { description: 'Signed in: the session cookie is set.', example: EXAMPLE_ME })
  @Problems(400, [401, 'No user has this address.'], 403, 429)
  async signInLocally(
    @CheckedBody() { email }: LocalSignIn,
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    return this.welcome(reply, await this.auth.signInLocally(email, callerOf(request)));
  }

  @Post('demo')
  @HttpCode(200)
  @Public()
  @UseGuards(SignInLimit)
  @Describe(
    'Sign in as the demo user.',
    'With AUTH_DEMO=1. The session lasts 24 hours and writes nothing; the one that asks ends.',
  )
  @Answers(200, 'Me', { description: 'Signed in: the session cookie is set.', example: EXAMPLE_ME })
  @Problems(403, 429, [503, 'The demo user does not exist.'])
  async signInAsDemo(
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    return this.welcome(reply, await this.auth.signInAsDemo(callerOf(request)));
  }

  @Get('me')
  @Requires('own_account')
  @Describe('Who is signed in and what they may do.')
  @Answers(200, 'Me', { description: 'The person.', example: EXAMPLE_ME })
  async readMe(
    @CurrentUser() asker: Asker,
    @CurrentSession() session: LiveSession,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    return this.auth.me(asker, await this.cookies.giveCsrf(reply, session));
  }

  @Post('logout')
  @HttpCode(204)
  @Requires('own_account')
  @Describe('Sign out.', 'Ends the session, not only its cookie.')
  @Answers(204, null, { description: 'Signed out.' })
  @Problems(403)
  async signOut(
    @CurrentSession() session: LiveSession,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.auth.signOut(session);
    await this.cookies.takeSession(reply);
  }

  @Get('sessions')
  @Requires('own_sessions')
  @Describe(
    'Where the person is signed in, newest first.',
    'When and from where a session was last used is noted once in five minutes.',
  )
  @Answers(200, 'SessionInfoPage', { description: 'The sessions.', example: wholePage(EXAMPLE_SESSIONS) })
  listSessions(
    @CurrentUser() asker: Asker,
    @CurrentSession() session: LiveSession,
  ): Promise<SessionInfoPage> {
    return this.auth.sessionsOf(asker, session);
  }

  @Delete('sessions')
  @HttpCode(204)
  @Requires('own_sessions')
  @Describe(
    'Sign out everywhere.',
    "Ends all of the person's sessions, the one that asks included; with `keep=current` that one stays.",
  )
  @Answers(204, null, { description: 'Ended.' })
  @Problems(400, 403)
  async endSessions(
    @CurrentUser() asker: Asker,
    @CurrentSession() session: LiveSession,
    @ReadQuery(ENDING) { keep }: QueryValues<typeof ENDING>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    await this.auth.endSessions(asker, keep === null ? undefined : session);
    if (keep === null) await this.cookies.takeSession(reply);
  }

  @Delete('sessions/:sessionId')
  @HttpCode(204)
  @Requires('own_sessions')
  @ApiParam({ name: 'sessionId', description: "Id of one of the person's sessions." })
  @Describe("End one of the person's sessions.")
  @Answers(204, null, { description: 'Ended.' })
  @Problems(403, 404)
  async endSession(
    @Param('sessionId') id: string,
    @CurrentUser() asker: Asker,
    @CurrentSession() session: LiveSession,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    if (await this.auth.endSession(asker, id, session)) await this.cookies.takeSession(reply);
  }

  /** Told once. */
  private async toldRefusal(request: AuthenticatedRequest, reply: FastifyReply): Promise<string | null> {
    const refused = await this.sealed.read(request, 'sign-in-refusal');
    if (refused) this.sealed.forget(reply, 'sign-in-refusal');
    return refused?.message ?? null;
  }

  private async welcome(reply: FastifyReply, opened: OpenedSession): Promise<Me> {
    return this.auth.me(opened.asker, await this.cookies.giveSession(reply, opened));
  }
}
