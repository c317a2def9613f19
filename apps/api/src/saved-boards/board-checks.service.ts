import { Injectable } from '@nestjs/common';
import { RecordsRepository } from '../datasets/records.repository.js';
import { Refusal } from '../refusals/refusal.js';
import { ViewsService } from '../views/views.service.js';
import { MOST_FAULTS, refuseFaults } from './board-faults.js';
import { type BoardPlace, kindOf } from './board-place.js';
import { repeatsIn } from './board-repeats.js';

/** Whether what somebody sends is a board. */
@Injectable()
export class BoardChecksService {
  constructor(
    private readonly views: ViewsService,
    private readonly records: RecordsRepository,
  ) {}

  /** @throws Refusal naming each fault by its path */
  async check(place: BoardPlace, preferences: Readonly<Record<string, unknown>>): Promise<void> {
    const kind = kindOf(place);
    refuseFaults(preferences);
    const repeats = repeatsIn(kind, preferences);
    if (repeats.length === 0) return;
    const inData = await this.timesInData(place.viewId, [...new Set(repeats.map(({ id }) => id))]);
    const faults = repeats
      .filter(({ id, times }) => times > (inData.get(id) ?? 1))
      .map(({ field, message }) => ({ field, message }))
      .slice(0, MOST_FAULTS);
    if (faults.length > 0)
      throw new Refusal('faulty', faults.map(({ message }) => message).join(' '), faults);
  }

  /** How often the data of a view has each id: other software may have stored one more than once. */
  private async timesInData(viewId: string, ids: readonly string[]): Promise<ReadonlyMap<unknown, number>> {
    const times = new Map<unknown, number>();
    const view = await this.views.byId(viewId);
    for (const { collection } of view ? await this.views.sourcesOf(view) : []) {
      if (collection === null) continue;
      for (const { id } of await this.records.byDealIds(collection, ids))
        times.set(id, (times.get(id) ?? 0) + 1);
    }
    return times;
  }
}
