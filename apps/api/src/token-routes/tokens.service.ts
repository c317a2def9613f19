import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { nameKey } from '@app/domain';
import type { ApiToken, ApiTokenPage, MadeApiToken, NewApiToken } from '@app/contracts';
import { ApiTokensRepository } from '../api-tokens/api-tokens.repository.js';
import { ApiTokensService } from '../api-tokens/api-tokens.service.js';
import type { LiveApiToken } from '../api-tokens/live-api-token.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { isDuplicateKey } from '../database/duplicate-key.js';
import { wholePage } from '../http/whole-page.js';
import { Refusal, refusedField } from '../refusals/refusal.js';
import type { Asker } from '../users/asker.js';
import type { StoredView } from '../views/stored-view.js';
import { ViewsService } from '../views/views.service.js';

const DAY_MS = 24 * 3_600_000;

/** Tokens that super admins make for programs, and take back. */
@Injectable()
export class TokensService {
  constructor(
    private readonly tokens: ApiTokensRepository,
    private readonly secrets: ApiTokensService,
    private readonly views: ViewsService,
    private readonly audit: AuditLog,
  ) {}

  async list(): Promise<ApiTokenPage> {
    const [tokens, views] = await Promise.all([this.tokens.all(), this.views.all()]);
    return wholePage(tokens.map((token) => toApiToken(token, views)));
  }

  /** @throws Refusal where a view does not exist, or another token has the name */
  async make(asker: Asker, wanted: NewApiToken): Promise<MadeApiToken> {
    const views = await this.views.all();
    const unknown = wanted.views.find((id) => !views.some((view) => view.id === id));
    if (unknown !== undefined) throw refusedField('views', `There is no view ${JSON.stringify(unknown)}.`);
    const { secret, tokenHash } = this.secrets.newSecret();
    const token = newToken(wanted, tokenHash, asker.email);
    // It stands where people stand by their addresses: one that looks like another would be taken for it.
    const key = nameKey(token.name);
    const twin = (await this.tokens.all()).find(({ name }) => nameKey(name) === key);
    if (twin) throw isThere(twin.name);
    await this.tokens.add(token).catch((error: unknown) => {
      throw isDuplicateKey(error) ? isThere(token.name) : error;
    });
    await this.audit.record({ action: 'token_made', subject: token, after: toldOf(token, views) });
    return { token: toApiToken(token, views), secret };
  }

  /** From now on it opens nothing. @throws Refusal where there is none */
  async revoke(id: string): Promise<void> {
    const token = (await this.tokens.all()).find((each) => each.id === id);
    if (!token || !(await this.tokens.remove(id)))
      throw new Refusal('absent', `There is no token ${JSON.stringify(id)}: it may have been revoked.`);
    const before = toldOf(token, await this.views.all());
    await this.audit.record({ action: 'token_revoked', subject: token, before });
  }
}

const isThere = (name: string) =>
  refusedField('name', `There is a token ${JSON.stringify(name)} already.`, 'conflict');

function newToken(wanted: NewApiToken, tokenHash: string, createdBy: string): LiveApiToken {
  const createdAt = new Date();
  return {
    id: `token-${randomUUID()}`,
    name: wanted.name.trim(),
    tokenHash,
    views: wanted.views,
    rights: wanted.rights,
    createdAt,
    createdBy,
    expiresAt: new Date(createdAt.getTime() + wanted.expires_in_days * DAY_MS),
    lastUsedAt: null,
    address: null,
  };
}

const viewsOf = ({ views }: LiveApiToken, all: readonly StoredView[]) =>
  all.filter(({ id }) => views.includes(id)).map(({ id, name }) => ({ id, name }));

const toApiToken = (token: LiveApiToken, all: readonly StoredView[]): ApiToken => ({
  id: token.id,
  name: token.name,
  views: viewsOf(token, all),
  rights: [...token.rights],
  created_at: token.createdAt.toISOString(),
  created_by: token.createdBy,
  expires_at: token.expiresAt.toISOString(),
  last_used_at: token.lastUsedAt?.toISOString() ?? null,
  last_used_from: token.address,
});

const toldOf = (token: LiveApiToken, all: readonly StoredView[]) => ({
  name: token.name,
  views: viewsOf(token, all).map(({ name }) => name),
  rights: token.rights,
  expires_at: token.expiresAt,
  last_used_at: token.lastUsedAt,
});
