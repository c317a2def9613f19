import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { AuthenticatedRequest } from '../auth/authenticated-request.js';
import { tooMany } from '../http/problem.js';

/** Exports of one person at a time: a file takes memory and time for as long as its client takes to read it. */
const MAX = 2;
const RETRY_SECONDS = '5';

/** Lets a person have so many exports at once; the next one is a 429 until one of them is done or given up. */
@Injectable()
export class ExportTurns implements CanActivate {
  private readonly running = new Map<string, number>();

  canActivate(context: ExecutionContext): boolean {
    const http = context.switchToHttp();
    const { asker } = http.getRequest<AuthenticatedRequest>();
    if (!asker) throw new Error('An export is offered to nobody in particular.');
    const running = this.running.get(asker.id) ?? 0;
    if (running >= MAX) {
      throw tooMany(`${MAX} exports of yours are still on their way: wait for one of them, or stop it.`, {
        headers: { 'retry-after': RETRY_SECONDS },
      });
    }
    this.running.set(asker.id, running + 1);
    // Comes when the answer was sent whole, and when the client goes away.
    http.getResponse<FastifyReply>().raw.once('close', () => this.release(asker.id));
    return true;
  }

  private release(person: string): void {
    const running = (this.running.get(person) ?? 0) - 1;
    if (running > 0) this.running.set(person, running);
    else this.running.delete(person);
  }
}
