import { Controller, Get, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AuthService } from '../auth/auth.service.js';
import { callerOf } from '../auth/caller.js';
import { Cookies } from '../auth/cookies.js';
import { returnAddress } from '../auth/return-address.js';
import { Public } from '../auth/rules.js';
import { SealedCookies } from '../auth/sealed-cookies.js';
import { SignInLimit } from '../auth/sign-in-limit.guard.js';
import { TakesAnyQuery } from '../http/query-parameters.js';
import { Answers, Describe } from '../openapi/answers.js';
import { GoogleAnswerGuard } from './google-answer.guard.js';
import { GoogleGuard } from './google.guard.js';
import type { GoogleRequest } from './google-request.js';
import { RefusedSignInFilter } from './refused-sign-in.filter.js';
import { RETURN, ReturnGuard } from './return.guard.js';

const REFUSED = 'Where it is refused, it leads to `/sign-in`, and `GET /auth/config` says why.';

@ApiTags('auth')
@Controller('auth/google')
@UseFilters(RefusedSignInFilter)
export class GoogleSignInController {
  constructor(
    private readonly auth: AuthService,
    private readonly cookies: Cookies,
    private readonly sealed: SealedCookies,
  ) {}

  @Get()
  @Public()
  @UseGuards(SignInLimit, ReturnGuard, GoogleGuard)
  @TakesAnyQuery(RETURN)
  @Describe(
    'Sign in with Google.',
    `For browsers: leads to Google, which leads back to \`/auth/google/callback\`, in the same browser within ten minutes. With GOOGLE_CLIENT_ID. ${REFUSED}`,
  )
  @Answers(302, null, {
    description: 'To Google.',
    location: 'https://accounts.google.com/o/oauth2/v2/auth?response_type=code',
  })
  beginGoogle(@Req() request: GoogleRequest, @Res() reply: FastifyReply): void {
    if (request.begun !== undefined) this.sealed.set(reply, 'sign-in', request.begun);
    void reply.redirect(request.googlesPage ?? '/sign-in', 302);
  }

  @Get('callback')
  @Public()
  @UseGuards(SignInLimit, GoogleAnswerGuard, GoogleGuard)
  @TakesAnyQuery(
    { name: 'state', required: false, type: String, description: 'What this product sent along.' },
    { name: 'code', required: false, type: String, description: 'What Google gives out for the person.' },
    { name: 'error', required: false, type: String, description: 'Why Google gives out nothing.' },
  )
  @Describe(
    'Come back from Google.',
    `Where Google sends the browser: register it as redirect URI. Whose verified address is a user's, or at one of AUTH_ALLOWED_DOMAINS, is signed in; the session that asks ends. ${REFUSED}`,
  )
  @Answers(302, null, {
    description: 'Signed in: the session cookie is set. To the page that was asked for.',
    location: '/v/view-signal-1767225600/dashboard',
  })
  async finishGoogle(@Req() request: GoogleRequest, @Res() reply: FastifyReply): Promise<void> {
    const { user, returnTo } = request;
    if (!user) throw new Error('The guard let nobody through.');
    await this.cookies.giveSession(reply, await this.auth.signIn(user, callerOf(request), 'google'));
    this.sealed.forget(reply, 'sign-in');
    void reply.redirect(returnAddress(returnTo ?? null), 302);
  }
}
