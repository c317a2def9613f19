import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { returnAddress } from '../auth/return-address.js';
import { type Query, QueryReader } from '../http/query-reader.js';
import type { GoogleRequest } from './google-request.js';

export const RETURN = {
  name: 'return',
  required: false,
  type: String,
  description: 'Path of the page to open afterwards; what is no page of the console counts as the start.',
  example: '/v/view-signal-1767225600/dashboard',
};

/** Where the sign-in is to lead: noted before passport seals it. */
@Injectable()
export class ReturnGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<GoogleRequest>();
    const wanted = new QueryReader(request.query as Query, [RETURN.name]).text(RETURN.name);
    request.returnTo = returnAddress(wanted);
    return true;
  }
}
