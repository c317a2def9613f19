import { Injectable } from '@nestjs/common';
import type { NewView } from '@app/contracts';
import { AuditLog } from '../audit/audit-log.service.js';
import { Storage } from '../database/storage.js';
import { SALES_RECORD_INDEXES } from '../database/wanted-collections.js';
import { refusedField } from '../refusals/refusal.js';
import type { Asker } from '../users/asker.js';
import { ArchivedViewsRepository } from '../views/archived-views.repository.js';
import { auditedView } from '../views/audited-view.js';
import type { StoredView } from '../views/stored-view.js';
import { ViewsRepository } from '../views/views.repository.js';
import { ViewsService } from '../views/views.service.js';
import { ViewFields } from './view-fields.service.js';
import { ViewMovesRecovery } from './view-moves-recovery.service.js';
import { refuseMasterName, ViewNames } from './view-names.service.js';
import { ViewTurnsService } from './view-turns.service.js';

const LONGEST_SLUG = 40;

/** Makes views. */
@Injectable()
export class NewViewsService {
  constructor(
    private readonly views: ViewsService,
    private readonly stored: ViewsRepository,
    private readonly archived: ArchivedViewsRepository,
    private readonly storage: Storage,
    private readonly names: ViewNames,
    private readonly fields: ViewFields,
    private readonly turns: ViewTurnsService,
    private readonly recovery: ViewMovesRecovery,
    private readonly audit: AuditLog,
  ) {}

  /** @throws Refusal when the name is taken, or what is asked for fits no view of its kind */
  async make(
    { name: given, is_master: isMaster = false, ...wanted }: NewView,
    by: Asker,
  ): Promise<StoredView> {
    const name = given.trim();
    refuseMasterName(name, { isMaster });
    return this.turns.alone(async () => {
      await this.recovery.finishAll();
      await this.names.refuseTaken(name, null);
      const fields = await this.fields.of({ name, isMaster, aggregatesFrom: [] }, wanted);
      const collection = isMaster ? null : await this.collectionOf(name);
      const id = await this.freeId(name);
      await this.stored.add({
        ...{ id, name, sheet_url: null, sheet_name: null, is_master: isMaster, is_default: false },
        ...{ assigned_user: null, aggregates_from: [], targets: {}, ...fields },
        ...(collection !== null && { collection }),
        created_at: new Date(),
        created_by: by.id,
      });
      const made = await this.views.asStored(id);
      if (!made)
        throw refusedField('name', `There is a view ${name} already: choose another name.`, 'conflict');
      await this.audit.record({ action: 'view_created', view: made, after: auditedView(made) });
      return made;
    });
  }

  /** With its indexes before anybody finds the view: until its first import it is empty, not missing. */
  private async collectionOf(name: string): Promise<string> {
    const collection = await this.names.collectionFor(name, null);
    await this.storage.ensure([{ name: collection, indexes: SALES_RECORD_INDEXES }]);
    return collection;
  }

  /** As the contract makes them; the second of a moment and a name is a second later. */
  private async freeId(name: string): Promise<string> {
    const slug = name
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .slice(0, LONGEST_SLUG);
    for (let epoch = Math.floor(Date.now() / 1000); ; epoch += 1) {
      const id = `view-${slug || 'view'}-${epoch}`;
      if (!(await this.views.byId(id)) && !(await this.archived.find(id))) return id;
    }
  }
}
