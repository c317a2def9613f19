import { Injectable } from '@nestjs/common';
import { defaultView, rightsIn, type View, type ViewData, type ViewPage } from '@app/contracts';
import { nextTick } from '@app/domain';
import { Config } from '../config/config.js';
import type { Asker } from '../users/asker.js';
import { DataStatusService } from '../datasets/data-status.service.js';
import { wholePage } from '../http/whole-page.js';
import { SettingsService } from '../settings/settings.service.js';
import { sourcesOf } from '../views/sources.js';
import type { StoredView } from '../views/stored-view.js';
import { ViewsService } from '../views/views.service.js';

/** Views as the API answers them: with the state of their data and what the person may do. */
@Injectable()
export class ViewAnswerService {
  constructor(
    private readonly views: ViewsService,
    private readonly data: DataStatusService,
    private readonly settings: SettingsService,
    private readonly config: Config,
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
    const [all, status, { refresh_schedule }] = await Promise.all([
      this.views.all(),
      this.data.statusOf(views),
      this.settings.current(),
    ]);
    const byDefault = defaultView(all);
    const daily = { times: refresh_schedule.times, timeZone: this.config.timeZone };
    const next = nextTick(daily, new Date())?.toISOString() ?? null;
    return views.map((view) => ({
      id: view.id,
      name: view.name,
      is_master: view.isMaster,
      is_default: view.id === byDefault?.id,
      collection: view.collection,
      sheet_url: view.sheetUrl,
      sheet_name: view.sheetName,
      dedupe: view.dedupe,
      aggregates_from: view.isMaster ? sourcesOf(view, all).map(({ id }) => id) : [],
      assigned_user: view.assignedUser,
      next_refresh: view.isMaster || view.sheetUrl === null ? null : next,
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
