import { Controller, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Invitation, InvitedSignIn, type Me, NewInvitation } from '@app/contracts';
import { EXAMPLE_ME } from '../auth/auth.examples.js';
import { AuthService } from '../auth/auth.service.js';
import type { AuthenticatedRequest } from '../auth/authenticated-request.js';
import { callerOf } from '../auth/caller.js';
import { Cookies } from '../auth/cookies.js';
import { type Asker, CurrentUser, Public, Requires } from '../auth/rules.js';
import { SignInLimit } from '../auth/sign-in-limit.guard.js';
import { Config } from '../config/config.js';
import { BodyOf } from '../http/body-limits.js';
import { CheckedBody } from '../http/validation.js';
import { Answers, Describe, Problems, Takes } from '../openapi/answers.js';
import { EXAMPLE_INVITATION, EXAMPLE_NEW_INVITATION, EXAMPLE_TOKEN } from './invitations.examples.js';
import { InvitationsService } from './invitations.service.js';
import { InvitingService } from './inviting.service.js';

@ApiTags('auth')
@Controller()
export class InvitationsController {
  constructor(
    private readonly auth: AuthService,
    private readonly config: Config,
    private readonly cookies: Cookies,
    private readonly invitations: InvitationsService,
    private readonly inviting: InvitingService,
  ) {}

  @Post('auth/invitation')
  @HttpCode(200)
  @BodyOf({ bytes: 1_024 })
  @Public()
  @UseGuards(SignInLimit)
  @Describe(
    'Sign in with a link.',
    'A link signs in the person whom it was made for, once, within 24 hours. Ends the session that asks.',
  )
  @Takes('InvitedSignIn', { token: EXAMPLE_TOKEN })
  @Answers(200, 'Me', { description: 'Signed in: the session cookie is set.', example: EXAMPLE_ME })
  @Problems(400, [401, 'The link was used, is too old or was replaced.'], 403, 429)
  async signInByInvitation(
    @CheckedBody() { token }: InvitedSignIn,
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Me> {
    const person = await this.invitations.accept(token);
    const opened = await this.auth.signIn(person, callerOf(request), 'invitation');
    return this.auth.me(opened.asker, await this.cookies.giveSession(reply, opened));
  }

  @Post('invitations')
  @BodyOf({ bytes: 64 * 1_024 })
  @Requires('manage_users')
  @Describe(
    'Let somebody in.',
    'Makes a sign-in link, which is good once, within 24 hours; those that the person had before open nothing any more. Whoever is no user yet becomes one. Hand the link over yourself: nothing is sent.',
  )
  @Takes('NewInvitation', EXAMPLE_NEW_INVITATION)
  @Answers(201, 'Invitation', { description: 'The link, told once.', example: EXAMPLE_INVITATION })
  @Problems(400, [409, 'The person is a user already: leave role and view_access out.'])
  inviteSomebody(
    @CheckedBody() wanted: NewInvitation,
    @CurrentUser() asker: Asker,
    @Req() { headers }: AuthenticatedRequest,
  ): Promise<Invitation> {
    // Only hosts that are ours are answered.
    return this.inviting.invite(asker, wanted, this.config.publicUrl ?? `http://${headers.host}`);
  }
}
