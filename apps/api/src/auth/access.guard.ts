import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Config } from '../config/config.js';
import { forbidden } from '../http/problem.js';
import { AccessService } from './access.service.js';
import { ANSWER_TYPE } from '../openapi/answers.js';
import type { AuthenticatedRequest } from './authenticated-request.js';
import { Cookies } from './cookies.js';
import { tellingTo } from './people-in-answers.js';
import { perHandler } from './per-handler.js';
import { RULE, type Rule, UNASKED } from './rules.js';
import { isFromHere } from './same-origin.js';

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The one gate of the API: who asks, whether they may, and for which view. Without a rule it stays shut. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly declared = perHandler((context) => {
    const route = [context.getHandler(), context.getClass()];
    return {
      rule: this.reflector.getAllAndOverride<Rule | undefined>(RULE, route),
      isUnasked: this.reflector.getAllAndOverride<boolean | undefined>(UNASKED, route) ?? false,
      type: this.reflector.get<string | undefined>(ANSWER_TYPE, context.getHandler()),
    };
  });

  constructor(
    private readonly reflector: Reflector,
    private readonly access: AccessService,
    private readonly cookies: Cookies,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { rule, isUnasked, type } = this.declared(context);
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (rule === undefined) throw forbidden('This route is closed: it declares no rule.');
    if (isUnasked) return true;
    await this.access.identify(rule, request);
    if (!READS.has(request.method) && !request.isByToken) await this.checkOrigin(request);
    await this.access.check(rule, request);
    const { asker } = request;
    const telling = asker && type !== undefined ? tellingTo(asker, type) : null;
    if (telling) request.telling = telling;
    return true;
  }

  private async checkOrigin(request: AuthenticatedRequest): Promise<void> {
    if (!isFromHere(request.headers, this.config.publicUrl)) {
      throw forbidden('The request comes from another site. Open the product itself and try again.');
    }
    if (!(await this.cookies.hasCsrf(request, request.session ?? null))) {
      throw forbidden(
        'The CSRF token is missing or stale: GET /api/auth/config, then send it as X-XSRF-TOKEN.',
      );
    }
  }
}
