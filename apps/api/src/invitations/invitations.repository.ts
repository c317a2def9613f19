import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection, mongo } from 'mongoose';
import { again } from '../database/again.js';
import { driverDatabase } from '../database/driver-database.js';

/** A sign-in link as it is stored: without what opens. */
export interface InvitationDocument {
  /** SHA-256 of the token in the link, hex. */
  token_hash: string;
  user_id: string;
  created_at: Date;
  /** Id of the super admin who made it, or `command`. */
  created_by: string;
  expires_at: Date;
}

/** Sign-in links that have not been used. */
@Injectable()
export class InvitationsRepository {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  /** Keeps a link; those that the person had open nothing any more. */
  async keepOnly(invitation: InvitationDocument): Promise<void> {
    const { token_hash, user_id, created_at } = invitation;
    await again(() =>
      this.invitations().updateOne({ token_hash }, { $setOnInsert: invitation }, { upsert: true }),
    );
    const older = { user_id, token_hash: { $ne: token_hash }, created_at: { $lte: created_at } };
    await again(() => this.invitations().deleteMany(older));
  }

  /** Uses a link up: of several who come with it, one gets it. @returns null where it is none, or too old */
  async take(tokenHash: string, now: Date): Promise<InvitationDocument | null> {
    const wanted = { token_hash: tokenHash, expires_at: { $gt: now } };
    const found = await this.invitations().findOne(wanted);
    const { deletedCount } = found ? await this.invitations().deleteOne(wanted) : { deletedCount: 0 };
    return deletedCount === 1 ? found : null;
  }

  /** Until when a link of each person waits, by their ids; only where one does. */
  async waiting(now: Date): Promise<Map<string, Date>> {
    const links = await this.invitations()
      .find({ expires_at: { $gt: now } })
      .toArray();
    return new Map(links.map(({ user_id, expires_at }) => [user_id, expires_at]));
  }

  async removeOf(userId: string): Promise<void> {
    await again(() => this.invitations().deleteMany({ user_id: userId }));
  }

  private invitations(): mongo.Collection<InvitationDocument> {
    return driverDatabase(this.connection).collection<InvitationDocument>('invitations');
  }
}
