import { Injectable } from '@nestjs/common';
import { ACCESS_RULES, holds, isAboutView } from '@app/contracts';
import { person } from '../audit/actors.js';
import { requestContext } from '../logging/request-context.js';
import { Refusal } from '../refusals/refusal.js';
import type { Asker } from '../users/asker.js';
import { ViewsService } from '../views/views.service.js';
import type { AuthenticatedRequest } from './authenticated-request.js';
import { Cookies } from './cookies.js';
import { LastUses } from './last-uses.service.js';
import type { Rule } from './rules.js';
import { SessionsService } from './sessions.service.js';

/** Who asks, whether they may, and for which view: kept with the request. */
@Injectable()
export class AccessService {
  constructor(
    private readonly sessions: SessionsService,
    private readonly lastUses: LastUses,
    private readonly cookies: Cookies,
    private readonly views: ViewsService,
  ) {}

  /** @throws Refusal when the rule asks for somebody and nobody is signed in */
  async identify(rule: Rule, request: AuthenticatedRequest): Promise<void> {
    const identified = await this.sessions.identify(this.cookies.sessionToken(request));
    const context = requestContext.getStore();
    if (context) context.actor = identified && person(identified.asker);
    if (identified) {
      ({ asker: request.asker, session: request.session } = identified);
      this.lastUses.note(identified.session, context?.address ?? null);
    } else if (rule !== 'public')
      throw new Refusal('unauthenticated', 'Nobody is signed in, or the session has ended. Sign in.');
  }

  /** @throws Refusal when who asks may not, or finds no such view */
  async check(rule: Rule, request: AuthenticatedRequest): Promise<void> {
    const { asker } = request;
    if (rule === 'public' || !asker) return;
    await this.findView(asker, request);
    if (!holds(asker, rule)) throw new Refusal('forbidden', ACCESS_RULES[rule].refusal);
    if (isAboutView(rule) && !request.view) throw new Error(`A route asks for ${rule} and has no :viewId.`);
  }

  /**
   * The same once more, for a request whose body took its time: meanwhile a session may have ended, a right or the view
   * may have gone.
   *
   * @throws Refusal as before the body was read
   */
  async checkAgain(rule: Rule, request: AuthenticatedRequest): Promise<void> {
    await this.identify(rule, request);
    await this.check(rule, request);
  }

  private async findView(asker: Asker, request: AuthenticatedRequest): Promise<void> {
    const { viewId } = request.params as { viewId?: string };
    if (viewId === undefined) return;
    const view = await this.views.openedBy(asker, viewId);
    if (!view) throw new Refusal('absent', `There is no view ${JSON.stringify(viewId)} that you can open.`);
    request.view = view;
  }
}
