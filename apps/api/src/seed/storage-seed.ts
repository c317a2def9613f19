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
    // Of one that is being moved, another process or the recovery makes the collection: by its rename.
    const settled = (await this.views.all()).filter(({ moving }) => moving === null);
    const names = settled.flatMap(({ collection }) => collection ?? []);
    await this.storage.ensure(names.map((name) => ({ name, indexes: SALES_RECORD_INDEXES })));
  }
}
