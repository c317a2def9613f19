import { Injectable } from '@nestjs/common';
import { ThrottlerGuard, type ThrottlerLimitDetail } from '@nestjs/throttler';
import type { ExecutionContext } from '@nestjs/common';
import { tooMany } from '../http/problem.js';

/** Counts the sign-in attempts of an address; too many are a 429 that says when to try again. */
@Injectable()
export class SignInLimit extends ThrottlerGuard {
  protected override throwThrottlingException(
    _: ExecutionContext,
    limit: ThrottlerLimitDetail,
  ): Promise<void> {
    const seconds = Math.max(1, limit.timeToBlockExpire);
    throw tooMany(`Too many sign-in attempts. Try again in ${seconds} s.`, {
      headers: { 'retry-after': String(seconds) },
    });
  }
}
