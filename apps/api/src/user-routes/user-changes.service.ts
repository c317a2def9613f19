import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import {
  type ActedOn,
  type AddUser,
  type ChangeUser,
  type User,
  type UserAction,
  whyNot,
} from '@app/contracts';
import { AuditLog } from '../audit/audit-log.service.js';
import { AuthService } from '../auth/auth.service.js';
import { SessionsService } from '../auth/sessions.service.js';
import { Config } from '../config/config.js';
import { InvitationsRepository } from '../invitations/invitations.repository.js';
import { Refusal, refusedField } from '../refusals/refusal.js';
import { SavedPagesRepository } from '../saved-pages/saved-pages.repository.js';
import type { Asker } from '../users/asker.js';
import { newUser } from '../users/new-user.js';
import type { Person } from '../users/person.js';
import { type ChangedUser, UsersRepository } from '../users/users.repository.js';
import { checkNames } from '../views/check-names.js';
import { ViewsService } from '../views/views.service.js';
import { UserAnswerService } from './user-answer.service.js';

/** Super admins let people in, change what they may do, and put them out. */
@Injectable()
export class UserChangesService {
  constructor(
    private readonly answers: UserAnswerService,
    private readonly audit: AuditLog,
    private readonly auth: AuthService,
    private readonly config: Config,
    private readonly invitations: InvitationsRepository,
    private readonly savedPages: SavedPagesRepository,
    private readonly sessions: SessionsService,
    private readonly users: UsersRepository,
    private readonly views: ViewsService,
  ) {}

  /** @throws Refusal for an address that exists, which changes nothing, and for names that no view has */
  async add(asker: Asker, { email, name, role = 'viewer', view_access = [] }: AddUser): Promise<User> {
    const address = email.toLowerCase();
    checkNames(view_access, await this.views.all());
    if (await this.users.hasAddress(address)) throw await this.known(address);
    const access = [...new Set(view_access)];
    const user = newUser(
      { email: address, name: name?.trim() ? name.trim() : address, role, view_access: access },
      new Date(),
    );
    const person = await this.users.added(user);
    // Somebody else was faster.
    if (person.id !== user.id) throw await this.known(address);
    await this.audit.record({ action: 'user_added', subject: subjectOf(person), after: told(person) });
    return this.answers.one(asker, person.id);
  }

  /**
   * Writes what is named.
   *
   * @throws Refusal for what is not done, for names that no view has, and where somebody else was faster
   */
  async change(asker: Asker, id: string, wanted: ChangeUser): Promise<User> {
    const { role, view_access, view_access_before: seen = null } = wanted;
    const user = await this.answers.one(asker, id);
    const before = await this.person(id);
    const fields: ChangedUser = {};
    if (role !== undefined && role !== before.role) {
      check('change_role', user);
      fields.role = role;
    }
    if (view_access !== undefined) {
      checkNames(view_access, await this.views.all(), before.viewAccess);
      fields.view_access = [...new Set(view_access)];
    }
    await this.write(before, fields, view_access === undefined ? null : seen);
    // Not what is there now: somebody else may have changed the rest meanwhile.
    const after = { ...told(before), ...fields };
    if (!isDeepStrictEqual(after, told(before)))
      await this.audit.record({
        action: 'user_changed',
        subject: subjectOf(before),
        before: told(before),
        after,
      });
    return this.answers.one(asker, id);
  }

  /**
   * Removes somebody, with sessions and links; boards stay stored. First the rights go, as of anybody who is a super
   * admin no longer: whatever ends this in between, nobody is left half removed who can still do everything.
   *
   * @throws Refusal for who asks, and for the last super admin
   */
  async remove(asker: Asker, id: string): Promise<void> {
    check('remove', await this.answers.one(asker, id));
    const person = await this.person(id);
    await this.write(person, { role: 'viewer' });
    await this.users.remove(person);
    await this.sessions.closeAll(id);
    await this.invitations.removeOf(id);
    await this.savedPages.removeOwnOf(id);
    await this.audit.record({ action: 'user_removed', subject: subjectOf(person), before: told(person) });
  }

  /** Ends all sessions of somebody; a link that waits stays good. */
  async endSessions(asker: Asker, id: string): Promise<void> {
    await this.answers.one(asker, id);
    await this.auth.endSessions(await this.person(id));
  }

  /**
   * No two super admins take away each other's role at once, in one process or in two: what is left is counted after
   * the write, and where nobody is, it is taken back. Whoever counts last sees both writes; a lease would have to be
   * trusted not to run out.
   */
  private async write(
    person: Person,
    fields: ChangedUser,
    seen: readonly string[] | null = null,
  ): Promise<void> {
    if (Object.keys(fields).length === 0) return;
    if (!(await this.users.change(person, fields, seen))) throw await this.changedMeanwhile(person);
    if (person.role !== 'super_admin' || fields.role !== 'viewer') return;
    if ((await this.users.superAdmins(this.config.demoUserEmail)).length > 0) return;
    // Of what was refused, nothing stays.
    const { role, viewAccess } = person;
    await this.users.change(person, { role, ...(fields.view_access && { view_access: [...viewAccess] }) });
    throw new Refusal('conflict', LAST);
  }

  private async changedMeanwhile({ id }: Person): Promise<Refusal> {
    const { name, viewAccess } = await this.person(id);
    const now = viewAccess.join(', ') || 'the default view';
    const message = `Somebody else has changed meanwhile what ${name} opens: now it is ${now}. Nothing was written. Look at it, then choose again.`;
    return refusedField('view_access', message, 'conflict');
  }

  private async person(id: string): Promise<Person> {
    const person = await this.users.byId(id);
    if (!person) throw new Refusal('absent', `There is no user ${JSON.stringify(id)}.`);
    return person;
  }

  /** Says who it is. */
  private async known(email: string): Promise<Refusal> {
    const person = await this.users.byEmail(email);
    const message = person
      ? `${email} is a user already: ${describe(person)}. Nothing was changed.`
      : `The database holds a damaged document about ${email}. Whoever runs this product mends or removes it in the collection users.`;
    return refusedField('email', message, 'conflict');
  }
}

const LAST =
  'The last super admin stays: somebody else was taking the role of the others at the same moment, so this was not done. Look at the list again.';

function check(action: UserAction, user: ActedOn): void {
  const reason = whyNot(action, user);
  if (reason !== null) throw new Refusal('conflict', reason);
}

function describe({ name, email, role, viewAccess }: Person): string {
  const what =
    role === 'super_admin' ? 'a super admin' : `a viewer of ${viewAccess.join(', ') || 'the default view'}`;
  return name === email ? what : `${name}, ${what}`;
}

const subjectOf = ({ id, email }: Person) => ({ id, name: email });

const told = ({ email, name, role, viewAccess }: Person) => ({ email, name, role, view_access: viewAccess });
