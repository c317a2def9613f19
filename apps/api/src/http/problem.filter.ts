import { type ArgumentsHost, Catch, type ExceptionFilter, Injectable, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RefusalAudit } from '../audit/refusal-audit.service.js';
import { pathOf } from '../logging/path-of.js';
import { sendProblem, toProblem } from './problem-answer.js';
import type { ProblemException } from './problem.js';

/** Every error of every route becomes problem details here; those of our own making are logged with their cause. */
@Injectable()
@Catch()
export class ProblemFilter implements ExceptionFilter {
  protected readonly log = new Logger('Http');

  constructor(private readonly audit: RefusalAudit) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const [request, reply] = [http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>()];
    const problem = toProblem(error);
    const status = problem.getStatus();
    if (status >= 500) this.tell(problem, error, request.id);
    const told = this.audit.tell({
      status,
      method: request.method,
      path: pathOf(request.raw),
      reason: problem.detail,
    });
    if (told) void told.then(() => this.end(problem, request, reply));
    else this.end(problem, request, reply);
  }

  private end(problem: ProblemException, request: FastifyRequest, reply: FastifyReply): void {
    if (reply.raw.headersSent) reply.raw.destroy();
    else this.answer(problem, request, reply);
  }

  protected answer(problem: ProblemException, request: FastifyRequest, reply: FastifyReply): void {
    void sendProblem(problem, request, reply);
  }

  /** A database that is away is no fault of a line of code: its reason is told without a stack, and without data. */
  private tell({ extras }: ProblemException, error: unknown, request_id: string): void {
    if (extras.trouble) this.log.warn({ msg: `The database: ${extras.trouble.reason}.`, request_id });
    else this.log.error({ err: extras.cause ?? error, request_id });
  }
}
