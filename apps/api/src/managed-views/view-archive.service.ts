import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type ArchivedView, type ArchivedViewPage, defaultView } from '@app/contracts';
import { fold } from '@app/domain';
import { AuditLog } from '../audit/audit-log.service.js';
import { RecordSetsService } from '../datasets/record-sets.service.js';
import { RecordCollectionsRepository } from '../datasets/record-collections.repository.js';
import { wholePage } from '../http/whole-page.js';
import { CancellationsService } from '../ingestion/cancellations.service.js';
import { VIEW_GONE } from '../ingestion/run-queue.service.js';
import { Refusal, refusedField } from '../refusals/refusal.js';
import type { Asker } from '../users/asker.js';
import { UsersRepository } from '../users/users.repository.js';
import { type ArchivedViewDocument, ArchivedViewsRepository } from '../views/archived-views.repository.js';
import { namesSource, sourcesOf } from '../views/sources.js';
import { auditedView } from '../views/audited-view.js';
import type { StoredView } from '../views/stored-view.js';
import { ViewsService } from '../views/views.service.js';
import { ViewMovesRecovery } from './view-moves-recovery.service.js';
import { ViewMovesService } from './view-moves.service.js';
import { ViewNames } from './view-names.service.js';
import { ViewTurnsService } from './view-turns.service.js';

/** Deletes views so that nothing of them is lost, and brings them back. */
@Injectable()
export class ViewArchiveService {
  constructor(
    private readonly views: ViewsService,
    private readonly archived: ArchivedViewsRepository,
    private readonly users: UsersRepository,
    private readonly collections: RecordCollectionsRepository,
    private readonly sets: RecordSetsService,
    private readonly cancellations: CancellationsService,
    private readonly names: ViewNames,
    private readonly moves: ViewMovesService,
    private readonly turns: ViewTurnsService,
    private readonly recovery: ViewMovesRecovery,
    private readonly audit: AuditLog,
  ) {}

  /** Deleted views, the last one first. */
  async list(): Promise<ArchivedViewPage> {
    const kept = await this.archived.all();
    return wholePage(await Promise.all(kept.map((each) => this.answer(each))));
  }

  /**
   * Deletes a view: nobody finds it any more, its imports end, and all of it is kept.
   *
   * @param typed its name, as whoever asks has typed it
   * @throws Refusal when the name is another one, or the view is needed
   */
  async archive(asked: StoredView, typed: string | null, by: Asker): Promise<ArchivedView> {
    if (typed?.trim() !== asked.name.trim())
      throw refusedField('confirm', `Type the name of the view to delete it: ${asked.name}.`);
    return this.turns.alone(async () => {
      await this.recovery.finishAll();
      const view = await this.views.asStored(asked.id);
      if (!view) throw new Refusal('absent', 'The view is gone.');
      refuseNeeded(view, await this.views.all());
      const name = await this.names.inArchive(view.name, await this.inAccess());
      const to = view.collection && archiveName(view.id);
      const wanted = { kind: 'archive', name, to, by: by.email } as const;
      const endImports = () => this.cancellations.removeAll(view.id, by.email, VIEW_GONE);
      await this.turns.withData(view, (fence) => this.moves.move(view, wanted, fence), endImports);
      // Those that came in between find no view, and are told why.
      await endImports();
      const kept = await this.archived.find(view.id);
      if (!kept) throw new Refusal('unavailable', 'The view has come back meanwhile.');
      await this.audit.record({ action: 'view_deleted', view, before: auditedView(view) });
      return this.answer(kept);
    });
  }

  /** @throws Refusal when there is no such view, or its name is taken */
  async restore(id: string, wantedName: string | undefined, by: Asker): Promise<StoredView> {
    return this.turns.alone(async () => {
      await this.recovery.finishAll();
      const kept = await this.archived.find(id);
      if (!kept) throw new Refusal('absent', 'There is no deleted view of that id.');
      await this.refuseWithoutParts(kept);
      const name = wantedName?.trim() ?? kept.name;
      await this.names.refuseTaken(name, null);
      const to = kept.is_master ? null : await this.names.collectionFor(name, null);
      const wanted = { kind: 'restore', name, to, by: by.email } as const;
      await this.turns.withData({ id, name }, (fence) => this.moves.restore(id, wanted, fence));
      const view = await this.views.asStored(id);
      if (!view) throw new Refusal('unavailable', 'The view has been deleted again.');
      // Whoever gets the view gets its numbers.
      if (!view.isMaster) await this.sets.refresh(view);
      await this.audit.record({ action: 'view_restored', view, after: auditedView(view) });
      return view;
    });
  }

  /** A master whose parts were all deleted after it would come back with all the other views. */
  private async refuseWithoutParts({ name, is_master, document }: ArchivedViewDocument): Promise<void> {
    const parts = document.aggregates_from ?? [];
    if (!is_master || namesSource(parts, await this.views.all())) return;
    const deleted = (await this.archived.all()).filter(({ id }) => parts.includes(id));
    if (deleted.length === 0) return;
    const names = deleted.map((each) => each.name).join(', ');
    throw new Refusal(
      'conflict',
      `${name} would add up all views, as what it added up is deleted: bring one of these back first: ${names}.`,
    );
  }

  private async inAccess(): Promise<Set<string>> {
    return new Set((await this.users.all()).flatMap(({ viewAccess }) => viewAccess));
  }

  private async answer(kept: ArchivedViewDocument): Promise<ArchivedView> {
    const { id, name, is_master, collection, archived_at, archived_by } = kept;
    const all = await this.views.all();
    return {
      id,
      name,
      is_master,
      records_count: collection === null ? 0 : await this.collections.count(collection),
      archived_at: archived_at.toISOString(),
      archived_by,
      is_name_free: !all.some((view) => fold(view.name) === fold(name)),
    };
  }
}

/** What others stand on is not deleted under them. */
function refuseNeeded(view: StoredView, all: readonly StoredView[]): void {
  if (view.isMaster) return;
  if (all.filter(({ isMaster }) => !isMaster).length === 1)
    throw new Refusal('conflict', `${view.name} is the last view with data: make another one first.`);
  if (defaultView(all)?.id === view.id)
    throw new Refusal(
      'conflict',
      `${view.name} is what people without views of their own open: make another view the default first.`,
    );
  const left = all.filter(({ id }) => id !== view.id);
  const master = all.find((each) => each.isMaster && isAllOf(each, view, all, left));
  if (master)
    throw new Refusal(
      'conflict',
      `${master.name} adds up ${view.name} alone, and would add up all the others: change what it adds up first.`,
    );
}

/** A master that names views, none of which would be left: it would show more than it was meant to. */
function isAllOf(
  master: StoredView,
  view: StoredView,
  all: readonly StoredView[],
  left: readonly StoredView[],
): boolean {
  const isNamed = master.aggregatesFrom.includes(view.id) && sourcesOf(master, all).includes(view);
  return isNamed && !namesSource(master.aggregatesFrom, left);
}

const LONGEST_PART = 60;

/** No view gets such a name, and no two deleted ones the same. */
const archiveName = (id: string): string =>
  `archived_sales_records_${id.replace(/[^A-Za-z0-9_-]/g, '').slice(0, LONGEST_PART)}_${randomBytes(4).toString('hex')}`;
