import { hash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { attemptsSignIn } from '../logging/request-context.js';
import { Refusal } from '../refusals/refusal.js';
import type { Person } from '../users/person.js';
import { UsersRepository } from '../users/users.repository.js';
import { InvitationsRepository } from './invitations.repository.js';

const TOKEN_BYTES = 32;
const GOOD_FOR_MS = 24 * 3_600_000;

/** A link that was just made. */
export interface MadeInvitation {
  readonly url: string;
  readonly expiresAt: Date;
}

/**
 * Sign-in links: for a first super admin, and where people have no account at Google. The token is 256 random bits; the
 * database holds its SHA-256. It stands behind `#`, which browsers send to no server: it is in no log, and programs that
 * look at links in mails do not use it up.
 */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly invitations: InvitationsRepository,
    private readonly users: UsersRepository,
  ) {}

  /**
   * Makes a link; those that the person had before open nothing any more.
   *
   * @param by id of who makes it
   * @param origin address under which people open the product
   */
  async make({ id }: Person, by: string, origin: string): Promise<MadeInvitation> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const now = new Date();
    const expiresAt = new Date(now.getTime() + GOOD_FOR_MS);
    await this.invitations.keepOnly({
      token_hash: hash('sha256', token),
      user_id: id,
      created_at: now,
      created_by: by,
      expires_at: expiresAt,
    });
    return { url: `${origin}/sign-in#invitation=${token}`, expiresAt };
  }

  /** Uses a link up. @throws Refusal where it was used, is too old or was replaced, or its person is gone */
  async accept(token: string): Promise<Person> {
    attemptsSignIn('invitation', null);
    const invitation = await this.invitations.take(hash('sha256', token), new Date());
    const person = invitation && (await this.users.byId(invitation.user_id));
    if (person) return person;
    throw new Refusal(
      'unauthenticated',
      'This link opens nothing any more: each can be used once, within 24 hours, and the newest one counts. Ask a super admin for a new one.',
    );
  }
}
