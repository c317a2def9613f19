import { Injectable } from '@nestjs/common';
import { InjectConnection, InjectModel } from '@nestjs/mongoose';
import type { Connection, Model } from 'mongoose';
import { TOKEN_RIGHTS } from '@app/contracts';
import { again } from '../database/again.js';
import { driverDatabase } from '../database/driver-database.js';
import type { Use } from '../database/last-uses.js';
import { dateOf } from '../database/newest-document.js';
import { API_TOKEN_MODEL, type ApiTokenDocument } from './api-token.schema.js';
import type { LiveApiToken } from './live-api-token.js';

/** `api_tokens`. A token that is revoked is removed: the audit log tells of it. */
@Injectable()
export class ApiTokensRepository {
  constructor(
    @InjectModel(API_TOKEN_MODEL) private readonly tokens: Model<ApiTokenDocument>,
    @InjectConnection() private readonly connection: Connection,
  ) {}

  /** Newest first. */
  async all(): Promise<LiveApiToken[]> {
    const documents = await this.tokens.find().sort({ created_at: -1, _id: -1 }).lean();
    return documents.flatMap((document) => toLiveApiToken(document) ?? []);
  }

  async byTokenHash(tokenHash: string): Promise<LiveApiToken | null> {
    const document = await this.tokens.findOne({ token_hash: tokenHash }).lean();
    return document && toLiveApiToken(document);
  }

  /** @throws MongoServerError where another one has the name: see `isDuplicateKey` */
  async add(token: LiveApiToken): Promise<void> {
    const { tokenHash, createdAt, createdBy, expiresAt, lastUsedAt, ...same } = token;
    const document: ApiTokenDocument = {
      ...same,
      views: [...token.views],
      rights: [...token.rights],
      token_hash: tokenHash,
      created_at: createdAt,
      created_by: createdBy,
      expires_at: expiresAt,
      last_used_at: lastUsedAt,
    };
    // Not an insert: when its answer is lost and it is tried again, the token is there already.
    const mine = { token_hash: tokenHash };
    await again(() => this.tokens.updateOne(mine, { $setOnInsert: document }, { upsert: true }));
  }

  /** @returns false where there was none */
  async remove(id: string): Promise<boolean> {
    return (await this.tokens.deleteOne({ id })).deletedCount === 1;
  }

  /** Notes a use, unless another process has noted one since. Past mongoose: nothing that is remembered becomes wrong. */
  async used(tokenHash: string, { at, address }: Use, since: Date): Promise<void> {
    await driverDatabase(this.connection)
      .collection<ApiTokenDocument>('api_tokens')
      .updateOne(
        { token_hash: tokenHash, last_used_at: { $not: { $gte: since } } },
        { $set: { last_used_at: at, address } },
      );
  }
}

/** What lacks anything that a token is judged by opens nothing. */
function toLiveApiToken(document: Partial<ApiTokenDocument>): LiveApiToken | null {
  const { id, name, token_hash, views, rights, address = null } = document;
  const expiresAt = dateOf(document.expires_at);
  if (!id || !name || !token_hash || !expiresAt || !Array.isArray(views) || !Array.isArray(rights))
    return null;
  return {
    id,
    name,
    tokenHash: token_hash,
    views,
    rights: TOKEN_RIGHTS.filter((right) => rights.includes(right)),
    createdAt: dateOf(document.created_at) ?? new Date(0),
    createdBy: document.created_by ?? '',
    expiresAt,
    lastUsedAt: dateOf(document.last_used_at),
    address,
  };
}
