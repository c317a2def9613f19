import { type CallHandler, type ExecutionContext, UseInterceptors } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { notFound } from './problem.js';

/** Lets some words alone stand in a place of the path: another one is a 404, before the query is looked at. */
export const PathWords = (place: string, words: readonly string[], missing: (word: string) => string) =>
  UseInterceptors({
    intercept(context: ExecutionContext, next: CallHandler) {
      const { params } = context.switchToHttp().getRequest<FastifyRequest<{ Params: Path }>>();
      const word = params[place] ?? '';
      if (!words.includes(word)) throw notFound(missing(JSON.stringify(word)));
      return next.handle();
    },
  });

type Path = Readonly<Record<string, string>>;
