import { Injectable } from '@nestjs/common';
import type { WeightsEffect } from '@app/contracts';
import { type RecordSet, weightsEffect } from '@app/domain';
import { AnswersService } from '../questions/answers.service.js';
import { RecordSetsService } from '../datasets/record-sets.service.js';
import type { Asker } from '../users/asker.js';
import type { StoredView } from '../views/stored-view.js';
import { ViewsService } from '../views/views.service.js';
import { checkedSetting } from './settings-writer.service.js';

/** What a weight table that is not saved would make of the open pipe, as of today. */
@Injectable()
export class WeightsEffectService {
  constructor(
    private readonly answers: AnswersService,
    private readonly views: ViewsService,
    private readonly records: RecordSetsService,
  ) {}

  async of(asker: Asker, table: unknown): Promise<WeightsEffect> {
    const tried = checkedSetting('weights', table);
    const { today, weights } = await this.answers.defaults();
    const filled = (await this.filled(asker)).filter(({ set }) => set.size > 0);
    const sets = filled.map(({ set }) => set);
    const { views, ...whole } = weightsEffect(sets, { saved: weights, tried, asOf: today });
    return {
      ...whole,
      views: filled.flatMap(({ view }, at) => {
        const effect = views[at];
        return effect ? [{ view_id: view.id, name: view.name, ...effect }] : [];
      }),
    };
  }

  private async filled(asker: Asker): Promise<{ view: StoredView; set: RecordSet }[]> {
    const views = (await this.views.accessibleTo(asker)).filter(({ isMaster }) => !isMaster);
    return Promise.all(views.map(async (view) => ({ view, set: (await this.records.of(view)).set })));
  }
}
