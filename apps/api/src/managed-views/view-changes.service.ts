import { Injectable } from '@nestjs/common';
import { type ChangeView, defaultView } from '@app/contracts';
import { AuditLog } from '../audit/audit-log.service.js';
import { Refusal, refusedField } from '../refusals/refusal.js';
import type { Asker } from '../users/asker.js';
import { auditedView } from '../views/audited-view.js';
import type { StoredView } from '../views/stored-view.js';
import { ViewsRepository } from '../views/views.repository.js';
import { ViewsService } from '../views/views.service.js';
import { ViewFields } from './view-fields.service.js';
import { ViewMovesRecovery } from './view-moves-recovery.service.js';
import { ViewMovesService } from './view-moves.service.js';
import { refuseMasterName, ViewNames } from './view-names.service.js';
import { ViewTurnsService } from './view-turns.service.js';

/** Changes of views: what they are called, how they get their data, whose they are. */
@Injectable()
export class ViewChangesService {
  constructor(
    private readonly views: ViewsService,
    private readonly stored: ViewsRepository,
    private readonly names: ViewNames,
    private readonly fields: ViewFields,
    private readonly moves: ViewMovesService,
    private readonly turns: ViewTurnsService,
    private readonly recovery: ViewMovesRecovery,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Writes what is named, and nothing else; all of it is looked at before any of it is written.
   *
   * @returns the view as it is now
   * @throws Refusal for what does not fit the view
   */
  async change(
    view: StoredView,
    { name, is_default, ...wanted }: ChangeView,
    by: Asker,
  ): Promise<StoredView> {
    const fields = await this.fields.of(view, wanted);
    if (is_default && view.isMaster)
      throw refusedField(
        'is_default',
        `${view.name} adds up other views: only one with data of its own is the default.`,
        'not_offered',
      );
    const named = name?.trim();
    const isRenamed = named !== undefined && named !== view.name;
    if (isRenamed) await this.rename(view, named, by);
    if (is_default) await this.turns.alone(() => this.stored.makeDefault(view.id));
    if (isRenamed || is_default) await this.tell(view);
    if (!fields.aggregates_from) return this.views.change(view.id, fields);
    // None of the parts is deleted between the look at them and the write.
    return this.turns.alone(async () => this.views.change(view.id, await this.fields.of(view, wanted)));
  }

  private async tell(before: StoredView): Promise<void> {
    const view = await this.views.asStored(before.id);
    if (!view) return;
    const change = { before: auditedView(before), after: auditedView(view) };
    await this.audit.record({ action: 'view_changed', view, ...change });
  }

  private async rename({ id }: StoredView, name: string, by: Asker): Promise<void> {
    await this.turns.alone(async () => {
      await this.recovery.finishAll();
      const view = await this.views.asStored(id);
      if (!view) throw new Refusal('absent', 'The view is gone.');
      refuseMasterName(name, view);
      await this.names.refuseTaken(name, id);
      // By its name alone it would be the default no more.
      if (!view.isDefault && defaultView(await this.views.all())?.id === id)
        await this.stored.makeDefault(id);
      const to = view.collection && (await this.names.collectionFor(name, view.collection));
      const wanted = { kind: 'rename', name, to, by: by.email } as const;
      await this.turns.withData(view, async (fence) => this.moves.move(view, wanted, fence));
    });
  }
}
