import { Injectable, Logger } from '@nestjs/common';
import { isEmail } from 'class-validator';
import { person as personActor } from '../audit/actors.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { Config } from '../config/config.js';
import { attemptsSignIn } from '../logging/request-context.js';
import { newUser } from '../users/new-user.js';
import type { Person } from '../users/person.js';
import { UsersRepository } from '../users/users.repository.js';
import { noAddress, notVerified, oddAddress, unknownAddress } from './google-refusal.js';

/** What Google says of somebody (OpenID Connect), nothing of it checked. */
export type GoogleClaims = Readonly<Record<string, unknown>>;

const LONGEST_ADDRESS = 254;
const LONGEST_NAME = 200;
/** Pictures come from here; the policy of the pages loads no others. */
const PICTURES = '.googleusercontent.com';

/** Who of those whom Google knows may come in. */
@Injectable()
export class GooglePeople {
  private readonly log = new Logger('Google');

  constructor(
    private readonly config: Config,
    private readonly users: UsersRepository,
    private readonly audit: AuditLog,
  ) {}

  /** @throws GoogleRefusal where the address is not verified, or nobody's who may come in */
  async admit(claims: GoogleClaims): Promise<Person> {
    const email = addressIn(claims);
    attemptsSignIn('google', email);
    const person = (await this.users.byEmail(email)) ?? (await this.join(email, claims));
    await this.users.describe(person.id, { name: nameIn(claims), picture: pictureIn(claims) });
    return person;
  }

  private async join(email: string, claims: GoogleClaims): Promise<Person> {
    // In quotes, what stands before it may have the sign, too.
    const domain = email.slice(email.lastIndexOf('@') + 1);
    if (!this.config.allowedDomains.includes(domain)) throw unknownAddress(email);
    const name = nameIn(claims) ?? email;
    const person = await this.users.added(
      newUser({ email, name, role: 'viewer', view_access: [] }, new Date()),
    );
    this.log.log(`${person.id} joined: addresses at ${domain} may.`);
    const after = { email, name, role: person.role, view_access: person.viewAccess };
    const subject = { id: person.id, name: person.email };
    await this.audit.record({ action: 'user_added', actor: personActor(person), subject, after });
    return person;
  }
}

/**
 * In lower case. Plain characters only: some servers take others, such as the sign of Kelvin, for a letter that looks
 * like it, and find somebody else.
 */
function addressIn({ sub, email, email_verified }: GoogleClaims): string {
  if (typeof sub !== 'string' || sub === '' || typeof email !== 'string' || email === '') throw noAddress();
  if (email.length > LONGEST_ADDRESS || !/^[\x21-\x7e]+$/.test(email) || !isEmail(email)) throw oddAddress();
  if (email_verified !== true) throw notVerified(email);
  return email.toLowerCase();
}

/** Without what cannot be seen; null where nothing is left. */
function nameIn({ name }: GoogleClaims): string | null {
  const seen = typeof name === 'string' ? name.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').trim() : '';
  return seen === '' || seen.length > LONGEST_NAME ? null : seen;
}

function pictureIn({ picture }: GoogleClaims): string | null {
  if (typeof picture !== 'string' || picture.length > 2_000 || !URL.canParse(picture)) return null;
  const { protocol, hostname, href } = new URL(picture);
  return protocol === 'https:' && hostname.endsWith(PICTURES) ? href : null;
}
