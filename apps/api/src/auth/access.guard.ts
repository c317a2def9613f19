import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Config } from '../config/config.js';
import { forbidden, notFound, unauthorized } from '../http/problem.js';
import { ViewsService } from '../views/views.service.js';
import type { Asker } from '../users/asker.js';
import { Cookies } from './cookies.js';
import { canUpload, isSuperAdmin } from '../views/permissions.js';
import type { AuthenticatedRequest } from './authenticated-request.js';
import { perHandler } from './per-handler.js';
import { RULE, type Rule, UNASKED } from './rules.js';
import { isFromHere } from './same-origin.js';
import { SessionsService } from './sessions.service.js';

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** The one gate of the API: who asks, whether they may, and for which view. Without a rule it stays shut. */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly declared = perHandler((context) => {
    const route = [context.getHandler(), context.getClass()];
    return {
      rule: this.reflector.getAllAndOverride<Rule | undefined>(RULE, route),
      isUnasked: this.reflector.getAllAndOverride<boolean | undefined>(UNASKED, route) ?? false,
    };
  });

  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
    private readonly cookies: Cookies,
    private readonly views: ViewsService,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { rule, isUnasked } = this.declared(context);
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    if (rule === undefined) throw forbidden('This route is closed: it declares no rule.');
    if (isUnasked) return true;
    const identified = await this.sessions.identify(this.cookies.sessionToken(request));
    if (identified) ({ asker: request.asker, session: request.session } = identified);
    if (rule !== 'public' && !request.asker)
      throw unauthorized('Nobody is signed in, or the session has ended. Sign in.');
    if (!READS.has(request.method)) await this.checkOrigin(request);
    if (rule !== 'public' && request.asker) await this.checkRule(rule, request.asker, request);
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

  private async checkRule(rule: Rule, asker: Asker, request: AuthenticatedRequest): Promise<void> {
    await this.findView(asker, request);
    if (rule === 'super_admin' && !isSuperAdmin(asker)) throw forbidden('Only a super admin may do this.');
    if (rule === 'upload_right' && !canUpload(asker))
      throw forbidden('The demo user reads only: sign in to upload.');
    const needsView = rule === 'view_access' || rule === 'upload_right';
    if (needsView && !request.view) throw new Error(`A route asks for ${rule} and has no :viewId.`);
  }

  private async findView(asker: Asker, request: AuthenticatedRequest): Promise<void> {
    const { viewId } = request.params as { viewId?: string };
    if (viewId === undefined) return;
    const view = await this.views.openedBy(asker, viewId);
    if (!view) throw notFound(`There is no view ${JSON.stringify(viewId)} that you can open.`);
    request.view = view;
  }
}
