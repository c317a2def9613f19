import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { Config } from '../config/config.js';
import { isOff } from './google-refusal.js';
import type { GoogleRequest } from './google-request.js';
import { refusalOf } from './passport-error.js';

/** What passport does to an answer when it sends a browser on. */
interface Redirection {
  statusCode: number;
  setHeader: (name: string, value: string) => void;
  end: () => void;
}

/**
 * Runs the strategy. Passport writes to a response of Node, past Fastify and the headers that every answer has: it gets
 * something that only notes where the browser is to go, and the handler sends it there.
 */
@Injectable()
export class GoogleGuard extends AuthGuard('google') {
  private readonly redirections = new WeakMap<GoogleRequest, Redirection>();

  constructor(private readonly config: Config) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.config.googleClient === null) throw isOff();
    const request = context.switchToHttp().getRequest<GoogleRequest>();
    const redirected = new Promise<boolean>((resolve) => {
      this.redirections.set(request, {
        statusCode: 302,
        setHeader: (name, value) => {
          if (name.toLowerCase() === 'location') request.googlesPage = value;
        },
        end: () => resolve(true),
      });
    });
    // A redirection settles nothing within passport.
    return Promise.race([redirected, super.canActivate(context) as Promise<boolean>]);
  }

  getResponse(context: ExecutionContext): unknown {
    return this.redirections.get(context.switchToHttp().getRequest<GoogleRequest>());
  }

  override handleRequest<User>(error: unknown, user: User | false): User {
    if (error || !user) throw refusalOf(error);
    return user;
  }
}
