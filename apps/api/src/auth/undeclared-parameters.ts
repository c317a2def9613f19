import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { Reflector } from '@nestjs/core';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';
import { type Query, QueryReader } from '../http/query-reader.js';
import { UNASKED } from './rules.js';

/**
 * Routes that read a query refuse what they do not know of it; here those that read none do. Only once the person may
 * ask at all, as everywhere. Where nobody is asked, probes and browsers may add what they like.
 */
@Injectable()
export class UndeclaredParameters implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): ReturnType<CallHandler['handle']> {
    if (!readsQuery(context) && !this.asksNobody(context)) {
      new QueryReader(context.switchToHttp().getRequest<FastifyRequest>().query as Query, []);
    }
    return next.handle();
  }

  private asksNobody(context: ExecutionContext): boolean {
    const route = [context.getHandler(), context.getClass()];
    return this.reflector.getAllAndOverride<boolean | undefined>(UNASKED, route) ?? false;
  }
}

/** Nest keeps the parameters of a handler by kind and place, such as `4:1`. */
function readsQuery(context: ExecutionContext): boolean {
  const read = Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), context.getHandler().name) as
    object | undefined;
  return Object.keys(read ?? {}).some((key) => key.startsWith(`${RouteParamtypes.QUERY}:`));
}
