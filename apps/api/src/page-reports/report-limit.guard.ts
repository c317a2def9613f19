import { type ExecutionContext, Injectable } from '@nestjs/common';
import { ThrottlerGuard, type ThrottlerLimitDetail } from '@nestjs/throttler';
import { tooMany } from '../http/problem.js';

/** Counts the reports of an address, in this process: the route answers the same without a database. */
@Injectable()
export class ReportLimit extends ThrottlerGuard {
  protected override throwThrottlingException(
    _: ExecutionContext,
    limit: ThrottlerLimitDetail,
  ): Promise<void> {
    const seconds = Math.max(1, limit.timeToBlockExpire);
    throw tooMany('Too many reports.', { headers: { 'retry-after': String(seconds) } });
  }
}
