import { Injectable } from '@nestjs/common';
import type { ViewData } from '@app/contracts';
import type { StoredView } from '../views/stored-view.js';

/** What the data of views is like: how much, how old, which revision. */
@Injectable()
export class DataStatusService {
  /** By view id; masters are added up from their views. */
  async statusOf(views: readonly StoredView[]): Promise<Map<string, ViewData>> {
    return await Promise.resolve(new Map(views.map((view) => [view.id, NOTHING_LOADED])));
  }
}

const NOTHING_LOADED: ViewData = {
  revision: 0,
  records_count: 0,
  last_update: null,
  source_type: null,
  sample: false,
};
