import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { SealedCookies } from '../auth/sealed-cookies.js';
import { attemptsSignIn } from '../logging/request-context.js';
import { cancelled, googleFailed, incomplete, plainCode } from './google-refusal.js';
import type { GoogleRequest } from './google-request.js';
import { SignInAttempts } from './sign-in-attempts.service.js';

const LONGEST_CODE = 2_048;

/** Looks at what came back from Google before passport does, which would begin anew where there is no code. */
@Injectable()
export class GoogleAnswerGuard implements CanActivate {
  constructor(
    private readonly attempts: SignInAttempts,
    private readonly cookies: SealedCookies,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<GoogleRequest>();
    const { code, state, error } = request.query as Record<string, unknown>;
    attemptsSignIn('google', null);
    request.attempt = await this.cookies.read(request, 'sign-in');
    request.returnTo = request.attempt?.returnTo;
    if (!isText(state)) throw incomplete();
    if (error !== undefined) {
      await this.attempts.take(request.attempt, state);
      throw error === 'access_denied' ? cancelled() : googleFailed(plainCode(error));
    }
    if (!isText(code)) throw incomplete();
    return true;
  }
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST_CODE;
