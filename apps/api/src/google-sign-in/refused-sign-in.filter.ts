import { type ArgumentsHost, Catch, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { RefusalAudit } from '../audit/refusal-audit.service.js';
import { returnAddress } from '../auth/return-address.js';
import { SealedCookies } from '../auth/sealed-cookies.js';
import type { ProblemException } from '../http/problem.js';
import { ProblemFilter } from '../http/problem.filter.js';
import { GoogleRefusal } from './google-refusal.js';
import type { GoogleRequest } from './google-request.js';

/**
 * A person is on the way here, no program: what goes wrong leads to the sign-in page, which says it in words. They travel
 * in a sealed cookie: in the address anybody could put words into the mouth of the page.
 */
@Catch()
@Injectable()
export class RefusedSignInFilter extends ProblemFilter {
  constructor(
    private readonly cookies: SealedCookies,
    refusals: RefusalAudit,
  ) {
    super(refusals);
  }

  override catch(error: unknown, host: ArgumentsHost): void {
    if (error instanceof GoogleRefusal) {
      const { id: request_id } = host.switchToHttp().getRequest<GoogleRequest>();
      const why = error.why === null ? '' : ` (${error.why})`;
      this.log.warn({ msg: `Sign-in with Google was refused: ${error.kind}${why}.`, request_id });
    }
    super.catch(error, host);
  }

  protected override answer(problem: ProblemException, request: GoogleRequest, reply: FastifyReply): void {
    // A parameter that does not exist is the mistake of a program.
    if (problem.getStatus() === 400) super.answer(problem, request, reply);
    else this.lead(problem, request, reply).catch(() => super.answer(problem, request, reply));
  }

  private async lead({ detail, extras }: ProblemException, request: GoogleRequest, reply: FastifyReply) {
    await this.cookies.give(reply, 'sign-in-refusal', { message: detail });
    const back = returnAddress(request.returnTo ?? null);
    const query = back === '/' ? '' : `?${new URLSearchParams({ return: back }).toString()}`;
    void reply.headers(extras.headers ?? {}).redirect(`/sign-in${query}`, 302);
  }
}
