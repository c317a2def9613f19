import { hash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { TokenRight } from '@app/contracts';
import { tokenLabel } from '../audit/actors.js';
import { LastUses } from '../database/last-uses.js';
import { MicroCache } from '../database/micro-cache.js';
import { OwnWrites } from '../database/own-writes.js';
import type { Asker } from '../users/asker.js';
import { ViewsService } from '../views/views.service.js';
import { ApiTokensRepository } from './api-tokens.repository.js';
import type { LiveApiToken } from './live-api-token.js';

const TOKEN_BYTES = 32;
/** Begins every token, so that programs which look for secrets in code and logs know one. */
const PREFIX = 'sales_';
const SHAPE = /^sales_[\w-]{43}$/;

const KINDS = { read: 'token_to_read', upload: 'token_to_upload' } as const satisfies Record<
  TokenRight,
  string
>;

/** Who a token stands for. */
export interface IdentifiedToken {
  readonly asker: Asker;
  readonly token: LiveApiToken;
}

/**
 * Tokens of programs: 256 random bits, their SHA-256 in the database. Who holds one is remembered for a moment, as with
 * sessions; what this process writes about tokens acts on the next request.
 */
@Injectable()
export class ApiTokensService {
  private readonly holders = new MicroCache((text) => this.tokens.byTokenHash(hashOf(text)));
  private readonly uses = new LastUses((...use) => this.tokens.used(...use));

  constructor(
    private readonly tokens: ApiTokensRepository,
    private readonly views: ViewsService,
    ownWrites: OwnWrites,
  ) {
    ownWrites.after('api_tokens', () => {
      this.holders.forget();
    });
  }

  /** Who asks with it; null where it is none, was revoked or has expired. */
  async identify(text: string): Promise<IdentifiedToken | null> {
    const token = SHAPE.test(text) ? await this.holders.read(text) : null;
    return token && token.expiresAt > new Date() ? { asker: await this.askerOf(token), token } : null;
  }

  noteUse(token: LiveApiToken, address: string | null): void {
    this.uses.note(token, address);
  }

  /** Something that opens, and what the database is to hold of it. */
  newSecret(): { secret: string; tokenHash: string } {
    const secret = PREFIX + randomBytes(TOKEN_BYTES).toString('base64url');
    return { secret, tokenHash: hashOf(secret) };
  }

  /** Views are kept by their ids: one that is renamed stays, another one of its old name does not take its place. */
  private async askerOf({ id, name, views, rights }: LiveApiToken): Promise<Asker> {
    const opened = (await this.views.all()).filter((view) => views.includes(view.id));
    return {
      id,
      email: tokenLabel(name),
      name,
      picture: null,
      role: 'viewer',
      kinds: rights.map((right) => KINDS[right]),
      viewAccess: opened.map((view) => view.name),
    };
  }
}

const hashOf = (text: string): string => hash('sha256', text);
