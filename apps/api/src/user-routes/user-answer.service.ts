import { Injectable } from '@nestjs/common';
import type { User } from '@app/contracts';
import { SessionsService } from '../auth/sessions.service.js';
import { Config } from '../config/config.js';
import { InvitationsRepository } from '../invitations/invitations.repository.js';
import { Refusal } from '../refusals/refusal.js';
import type { Asker } from '../users/asker.js';
import type { Person } from '../users/person.js';
import { UsersRepository } from '../users/users.repository.js';
import { ViewsService } from '../views/views.service.js';

/** People as the API answers them: with where they are signed in and what may be done to them. */
@Injectable()
export class UserAnswerService {
  constructor(
    private readonly config: Config,
    private readonly invitations: InvitationsRepository,
    private readonly sessions: SessionsService,
    private readonly users: UsersRepository,
    private readonly views: ViewsService,
  ) {}

  async all(asker: Asker): Promise<User[]> {
    const [people, admins, views, sessions, links] = await Promise.all([
      this.users.all(),
      this.users.superAdmins(this.config.demoUserEmail),
      this.views.all(),
      this.sessions.counts(),
      this.invitations.waiting(new Date()),
    ]);
    const lastAdmin = admins.length === 1 ? admins[0]?.id : undefined;
    const names = new Set(views.map(({ name }) => name));
    return people.map((person) => ({
      ...this.ownFields(person),
      unknown_views: person.viewAccess.filter((name) => !names.has(name)),
      sessions: sessions.get(person.id) ?? 0,
      link_expires_at: links.get(person.id)?.toISOString() ?? null,
      is_you: person.id === asker.id,
      is_last_super_admin: person.id === lastAdmin,
    }));
  }

  /** @throws Refusal when there is nobody of that id */
  async one(asker: Asker, id: string): Promise<User> {
    const user = (await this.all(asker)).find((each) => each.id === id);
    if (!user) throw new Refusal('absent', `There is no user ${JSON.stringify(id)}.`);
    return user;
  }

  private ownFields({ id, email, name, picture, role, viewAccess, createdAt, lastLogin }: Person) {
    const address = email.toLowerCase();
    return {
      id,
      email,
      name,
      picture,
      role,
      view_access: [...viewAccess],
      created_at: createdAt?.toISOString() ?? null,
      last_login: lastLogin?.toISOString() ?? null,
      is_demo: address === this.config.demoUserEmail,
      owns_pov: address === this.config.asherPovEmail,
    };
  }
}
