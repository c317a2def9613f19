import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { driverDatabase } from '../database/driver-database.js';
import { isDuplicateKey } from '../database/duplicate-key.js';

interface UsedSignIn {
  /** SHA-256 of the state, hex. */
  _id: string;
  expires_at: Date;
}

/** Longer than a sign-in is good for. */
const KEPT_MS = 3_600_000;

/** Which sign-ins came back from Google: each does so once, whatever process it comes to. */
@Injectable()
export class UsedSignInsRepository {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** Uses a sign-in up. @returns false when it was used before */
  async use(state: string): Promise<boolean> {
    const used = { _id: hash('sha256', state), expires_at: new Date(Date.now() + KEPT_MS) };
    try {
      await driverDatabase(this.connection).collection<UsedSignIn>('used_sign_ins').insertOne(used);
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return false;
    }
  }
}
