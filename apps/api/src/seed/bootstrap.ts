import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { INSTALLATION } from '../audit/actors.js';
import { AuditLog } from '../audit/audit-log.service.js';
import { Config } from '../config/config.js';
import { DatabaseLink } from '../database/database-link.js';
import { STARTUP_ORDER, Startup } from '../database/startup.js';
import { type NewUser, UsersRepository } from '../users/users.repository.js';
import { ViewsRepository } from '../views/views.repository.js';
import { isOfContract } from '../views/assign-collections.js';
import { firstPeople } from './first-people.js';
import { firstViews } from './first-views.js';
import { makeSuperAdmin } from './make-super-admin.js';
import { SampleSeed } from './sample-seed.js';

/** Views and people that an installation starts with. What is there already is left alone. */
@Injectable()
export class Bootstrap implements OnModuleInit {
  private readonly log = new Logger('Bootstrap');

  constructor(
    private readonly config: Config,
    private readonly link: DatabaseLink,
    private readonly startup: Startup,
    private readonly users: UsersRepository,
    private readonly views: ViewsRepository,
    private readonly sample: SampleSeed,
    private readonly audit: AuditLog,
  ) {}

  onModuleInit(): void {
    this.startup.add(STARTUP_ORDER.people, 'views and people', () => this.run());
  }

  async run(): Promise<void> {
    const [views, hasNobody] = [await this.views.all(), await this.users.isEmpty()];
    const isEmpty = views.length === 0 && hasNobody;
    if (isEmpty && this.link.isEmbedded) await this.sample.planned();
    if (views.length === 0) await this.addViews();
    if (hasNobody && this.link.isEmbedded) await this.addPeople();
    await this.addSuperAdmin();
    await this.settleCollections();
  }

  private async addViews(): Promise<void> {
    for (const view of firstViews(new Date())) await this.views.add(view);
    this.log.log('There was no view: made Organic, Signal, Full Funnel, Market and Master.');
  }

  /** Nobody can sign in as an example where local sign-in is off: there the first person is a real one. */
  private async addPeople(): Promise<void> {
    const { hasLocalSignIn, hasDemo, asherPovEmail, demoUserEmail } = this.config;
    const isWanted = ({ email }: NewUser) => hasLocalSignIn || (hasDemo && email === demoUserEmail);
    for (const user of firstPeople(asherPovEmail, demoUserEmail, new Date()).filter(isWanted)) {
      await this.users.add(user);
    }
  }

  private async addSuperAdmin(): Promise<void> {
    const email = this.config.bootstrapSuperAdmin;
    if (email === null || (await this.users.superAdmins(this.config.demoUserEmail)).length > 0) return;
    await makeSuperAdmin({ users: this.users, audit: this.audit, by: INSTALLATION }, email);
    this.log.log(`There was no super admin: ${email} is one now.`);
  }

  /** Views beyond the contract's keep the collection they have today, whatever views come and go. */
  private async settleCollections(): Promise<void> {
    for (const { id, collection } of await this.views.all()) {
      if (collection !== null && !isOfContract(collection)) await this.views.settleCollection(id, collection);
    }
  }
}
