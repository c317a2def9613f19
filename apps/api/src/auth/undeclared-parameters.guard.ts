import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';
import { parametersOf } from '../http/handler-parameters.js';
import { refuseRevisions, unwantedRevisions } from '../http/if-match.js';
import { readsQuery } from '../http/query-parameters.js';
import { type Query, QueryReader } from '../http/query-reader.js';
import { perHandler } from './per-handler.js';
import { UNASKED } from './rules.js';

const HEADERS: number = RouteParamtypes.HEADERS;
const CHANGES = new Set(['PUT', 'PATCH']);

/** What a handler leaves unread, so that whoever sends it is told. */
interface Unread {
  readonly query: boolean;
  readonly conditions: boolean;
}

/**
 * Routes that read a query or a condition refuse what they do not know of it; here those that read none do. It comes
 * after the guard of access: only who may ask at all learns it. Where nobody is asked, probes and browsers may add what
 * they like.
 */
@Injectable()
export class UndeclaredParametersGuard implements CanActivate {
  private readonly unread = perHandler(unreadOf);

  canActivate(context: ExecutionContext): boolean {
    const { query, conditions } = this.unread(context);
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (query) new QueryReader(request.query as Query, []);
    if (conditions) checkConditions(request);
    return true;
  }
}

function unreadOf(context: ExecutionContext): Unread {
  const [handler, controller] = [context.getHandler(), context.getClass()];
  const isUnasked = [handler, controller].some((target) => Reflect.getMetadata(UNASKED, target) === true);
  const read = parametersOf(controller, handler.name);
  return {
    query: !isUnasked && !readsQuery(handler),
    conditions: !isUnasked && !read.some(([kind, name]) => kind === HEADERS && name === 'if-match'),
  };
}

/** Reads have tags of their own: see `useConditions`. */
function checkConditions({ method, headers }: FastifyRequest): void {
  if (method === 'GET' || method === 'HEAD') return;
  refuseRevisions(headers['if-match']);
  if (CHANGES.has(method)) unwantedRevisions(headers['if-none-match']);
}
