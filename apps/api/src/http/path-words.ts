import { type ExecutionContext, UseGuards } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { notFound } from './problem.js';

/**
 * Lets some words alone stand in a place of the path: another one is a 404. It comes after the guard of access, so that
 * only who may ask learns it, and before the query is looked at.
 */
export const PathWords = (place: string, words: readonly string[], missing: (word: string) => string) =>
  UseGuards({
    canActivate(context: ExecutionContext) {
      const { params } = context.switchToHttp().getRequest<FastifyRequest<{ Params: Path }>>();
      const word = params[place] ?? '';
      if (!words.includes(word)) throw notFound(missing(JSON.stringify(word)));
      return true;
    },
  });

type Path = Readonly<Record<string, string>>;
