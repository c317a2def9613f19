import { Injectable } from '@nestjs/common';
import { ACCESS_RULES, holds, isAboutView } from '@app/contracts';
import { ApiTokensService, type IdentifiedToken } from '../api-tokens/api-tokens.service.js';
import { person } from '../audit/actors.js';
import { type Actor, attemptsSignIn, requestContext } from '../logging/request-context.js';
import { Refusal } from '../refusals/refusal.js';
import type { Asker } from '../users/asker.js';
import { ViewsService } from '../views/views.service.js';
import type { AuthenticatedRequest } from './authenticated-request.js';
import { bearerToken } from './bearer-token.js';
import { Cookies } from './cookies.js';
import type { Rule } from './rules.js';
import { type Identified, SessionsService } from './sessions.service.js';

const NOT_SIGNED_IN = 'Nobody is signed in, or the session has ended. Sign in.';
const NO_TOKEN = 'This API token opens nothing: it is unknown, was revoked or has expired.';

/** Who asks, whether they may, and for which view: kept with the request. */
@Injectable()
export class AccessService {
  constructor(
    private readonly sessions: SessionsService,
    private readonly tokens: ApiTokensService,
    private readonly cookies: Cookies,
    private readonly views: ViewsService,
  ) {}

  /** @throws Refusal when the rule asks for somebody and nobody is signed in */
  async identify(rule: Rule, request: AuthenticatedRequest): Promise<void> {
    const context = requestContext.getStore();
    // Where anybody may ask, only people are known: signing in is not for programs.
    const token = rule === 'public' ? null : bearerToken(request.headers.authorization);
    // A session that comes along with a token does not count.
    const identified =
      token === null
        ? await this.sessions.identify(this.cookies.sessionToken(request))
        : await this.tokens.identify(token);
    if (context) context.actor = identified && actorOf(identified);
    if (!identified && token !== null) attemptsSignIn('token', null);
    if (identified) this.note(identified, request, context?.address ?? null);
    else if (rule !== 'public')
      throw new Refusal('unauthenticated', token === null ? NOT_SIGNED_IN : NO_TOKEN);
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

  private note(
    known: Identified | IdentifiedToken,
    request: AuthenticatedRequest,
    address: string | null,
  ): void {
    request.asker = known.asker;
    if ('session' in known) {
      request.session = known.session;
      this.sessions.noteUse(known.session, address);
    } else {
      request.isByToken = true;
      this.tokens.noteUse(known.token, address);
    }
  }

  private async findView(asker: Asker, request: AuthenticatedRequest): Promise<void> {
    const { viewId } = request.params as { viewId?: string };
    if (viewId === undefined) return;
    const view = await this.views.openedBy(asker, viewId);
    if (!view) {
      const context = requestContext.getStore();
      if (context) context.isShutOut = (await this.views.byId(viewId)) !== null;
      throw new Refusal('absent', `There is no view ${JSON.stringify(viewId)} that you can open.`);
    }
    request.view = view;
  }
}

const actorOf = (known: Identified | IdentifiedToken): Actor =>
  'session' in known ? person(known.asker) : { kind: 'token', id: known.token.id, name: known.token.name };
