import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { parametersOf } from '../http/handler-parameters.js';
import { refuseRevisions, unwantedRevisions } from '../http/if-match.js';
import { type Query, QueryReader } from '../http/query-reader.js';
import { UNASKED } from './rules.js';

const QUERY: number = RouteParamtypes.QUERY;
const HEADERS: number = RouteParamtypes.HEADERS;
const CHANGES = new Set(['PUT', 'PATCH']);

/**
 * Routes that read a query or a condition refuse what they do not know of it; here those that read none do. Only once
 * the person may ask at all, as everywhere. Where nobody is asked, probes and browsers may add what they like.
 */
@Injectable()
export class UndeclaredParameters implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): ReturnType<CallHandler['handle']> {
    if (!this.asksNobody(context)) {
      const request = context.switchToHttp().getRequest<FastifyRequest>();
      const read = parametersOf(context.getClass(), context.getHandler().name);
      if (!read.some(([kind]) => kind === QUERY)) new QueryReader(request.query as Query, []);
      if (!read.some(([kind, name]) => kind === HEADERS && name === 'if-match')) checkConditions(request);
    }
    return next.handle();
  }

  private asksNobody(context: ExecutionContext): boolean {
    const route = [context.getHandler(), context.getClass()];
    return this.reflector.getAllAndOverride<boolean | undefined>(UNASKED, route) ?? false;
  }
}

/** Reads have tags of their own: see `useConditions`. */
function checkConditions({ method, headers }: FastifyRequest): void {
  if (method === 'GET' || method === 'HEAD') return;
  refuseRevisions(headers['if-match']);
  if (CHANGES.has(method)) unwantedRevisions(headers['if-none-match']);
}
