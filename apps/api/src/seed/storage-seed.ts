import { Injectable, type OnModuleInit } from '@nestjs/common';
import { COLLECTIONS, SALES_RECORD_INDEXES } from '../database/wanted-collections.js';
import { STARTUP_ORDER, Startup } from '../database/startup.js';
import { Storage } from '../database/storage.js';
import { ViewsRepository } from '../views/views.repository.js';

/** Collections and indexes: of the contract and our own first, of sales records once the views are known. */
@Injectable()
export class StorageSeed implements OnModuleInit {
  constructor(
    private readonly startup: Startup,
    private readonly storage: Storage,
    private readonly views: ViewsRepository,
  ) {}

  onModuleInit(): void {
    this.startup.add(STARTUP_ORDER.storage, 'collections and indexes', () =>
      this.storage.ensure(COLLECTIONS),
    );
    this.startup.add(STARTUP_ORDER.records, 'collections of sales records', () => this.ensureRecords());
  }

  private async ensureRecords(): Promise<void> {
    const names = (await this.views.all()).flatMap(({ collection }) => collection ?? []);
    await this.storage.ensure(names.map((name) => ({ name, indexes: SALES_RECORD_INDEXES })));
  }
}
