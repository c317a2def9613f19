import { Injectable, Logger } from '@nestjs/common';
import { type Invitation, type NewInvitation, whyNot } from '@app/contracts';
import { AuditLog } from '../audit/audit-log.service.js';
import { Config } from '../config/config.js';
import { Refusal, refusedField } from '../refusals/refusal.js';
import type { Asker } from '../users/asker.js';
import { newUser } from '../users/new-user.js';
import type { Person } from '../users/person.js';
import { UsersRepository } from '../users/users.repository.js';
import { checkNames } from '../views/check-names.js';
import { ViewsService } from '../views/views.service.js';
import { InvitationsService } from './invitations.service.js';

/** Super admins let people in. */
@Injectable()
export class InvitingService {
  private readonly log = new Logger('Invitations');

  constructor(
    private readonly config: Config,
    private readonly invitations: InvitationsService,
    private readonly users: UsersRepository,
    private readonly views: ViewsService,
    private readonly audit: AuditLog,
  ) {}

  /** @throws Refusal for the owner of the POV, and where somebody who is a user would be changed */
  async invite(asker: Asker, wanted: NewInvitation, origin: string): Promise<Invitation> {
    const email = wanted.email.toLowerCase();
    const reason = whyNot('invite', { ...SOMEBODY, email, owns_pov: email === this.config.asherPovEmail });
    if (reason !== null) throw new Refusal('forbidden', reason);
    const known = await this.users.byEmail(email);
    if (known) checkUnchanged(email, wanted);
    const person = known ?? (await this.add(email, wanted));
    const { url, expiresAt } = await this.invitations.make(person, asker.id, origin);
    await this.tell(person, known === null, expiresAt);
    this.log.log(`${asker.id} has invited ${person.id}${known ? '' : ', who is new'}.`);
    return { email: person.email, url, expires_at: expiresAt.toISOString(), is_new: known === null };
  }

  private async tell(person: Person, isNew: boolean, expiresAt: Date): Promise<void> {
    const { id, email, name, role, viewAccess } = person;
    const subject = { id, name: email };
    const after = { email, name, role, view_access: viewAccess };
    if (isNew) await this.audit.record({ action: 'user_added', subject, after });
    await this.audit.record({ action: 'user_invited', subject, after: { expires_at: expiresAt } });
  }

  private async add(email: string, { role = 'viewer', view_access = [] }: NewInvitation): Promise<Person> {
    checkNames(view_access, await this.views.all());
    return this.users.added(newUser({ email, name: email, role, view_access }, new Date()));
  }
}

const SOMEBODY = { is_you: false, is_last_super_admin: false, is_demo: false };

/** Adding an address that exists changes nothing by accident. */
function checkUnchanged(email: string, { role, view_access }: NewInvitation): void {
  if (role === undefined && view_access === undefined) return;
  const message = `${email} is a user already, and a link changes nothing about it: leave role and view_access out.`;
  throw refusedField('email', message, 'conflict');
}
