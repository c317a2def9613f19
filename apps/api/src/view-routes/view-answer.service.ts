import { Injectable } from '@nestjs/common';
import type { View, ViewData, ViewPage } from '@app/contracts';
import type { Asker } from '../users/asker.js';
import { rightsIn } from '../views/permissions.js';
import { DataStatusService } from '../datasets/data-status.service.js';
import { wholePage } from '../http/whole-page.js';
import { sourcesOf } from '../views/sources.js';
import type { StoredView } from '../views/stored-view.js';
import { ViewsService } from '../views/views.service.js';

/** Views as the API answers them: with the state of their data and what the person may do. */
@Injectable()
export class ViewAnswerService {
  constructor(
    private readonly views: ViewsService,
    private readonly data: DataStatusService,
  ) {}

  async listFor(asker: Asker): Promise<ViewPage> {
    return wholePage(await this.answer(await this.views.accessibleTo(asker), asker));
  }

  async of(view: StoredView, asker: Asker): Promise<View> {
    const [answer] = await this.answer([view], asker);
    if (!answer) throw new Error('One view makes one answer.');
    return answer;
  }

  private async answer(views: readonly StoredView[], asker: Asker): Promise<View[]> {
    const [all, status] = await Promise.all([this.views.all(), this.data.statusOf(views)]);
    return views.map((view) => ({
      id: view.id,
      name: view.name,
      is_master: view.isMaster,
      is_default: view.isDefault,
      collection: view.collection,
      sheet_url: view.sheetUrl,
      sheet_name: view.sheetName,
      dedupe: view.dedupe,
      aggregates_from: view.isMaster ? sourcesOf(view, all).map(({ id }) => id) : [],
      assigned_user: view.assignedUser,
      data: status.get(view.id) ?? NOTHING,
      can: rightsIn(asker, view),
    }));
  }
}

/** A view that appeared between two reads. */
const NOTHING: ViewData = {
  revision: 0,
  records_count: 0,
  last_update: null,
  source_type: null,
  sample: false,
  sample_views: [],
  sample_targets: 0,
};
