import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection, mongo } from 'mongoose';
import { driverDatabase } from './driver-database.js';
import { isDuplicateKey } from './duplicate-key.js';

interface SecretDocument {
  key: string;
  value: string;
}

const KEY = 'installation_secret';

/** Random once per installation: the same over restarts and in every process on the database. */
@Injectable()
export class Installation {
  private secret: Promise<Buffer> | null = null;

  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** 256 bits for signing; never logged, never answered. */
  secretKey(): Promise<Buffer> {
    this.secret ??= this.readOrMake().catch((error: unknown) => {
      this.secret = null;
      throw error;
    });
    return this.secret;
  }

  /** Whoever inserts first wins; everybody reads what is there then. */
  private async readOrMake(): Promise<Buffer> {
    const settings = this.settings();
    const found = await settings.findOne({ key: KEY });
    if (found) return Buffer.from(found.value, 'base64url');
    const value = randomBytes(32).toString('base64url');
    await settings
      .updateOne({ key: KEY }, { $setOnInsert: { key: KEY, value } }, { upsert: true })
      .catch(ignoreDuplicate);
    const kept = await settings.find({ key: KEY }).sort({ _id: 1 }).limit(1).next();
    return Buffer.from(kept?.value ?? value, 'base64url');
  }

  private settings(): mongo.Collection<SecretDocument> {
    return driverDatabase(this.connection).collection<SecretDocument>('settings');
  }
}

function ignoreDuplicate(error: unknown): void {
  if (!isDuplicateKey(error)) throw error;
}
