import { Injectable } from '@nestjs/common';
import type { SheetChoices } from '@app/domain';
import type { StoredView } from '../views/stored-view.js';
import { ViewsService } from '../views/views.service.js';
import type { RunDocument } from './runs/run-document.js';
import { choicesOf, NOTHING_SAID, rememberedOf } from './runs/run-reading.js';

/** What a view remembers of how its sheets are written. */
@Injectable()
export class ReadingMemoryService {
  constructor(private readonly views: ViewsService) {}

  /** How the file of a run is read. The run may have waited: the view is asked now. */
  async choicesFor({ id, reading }: StoredView, run: RunDocument): Promise<SheetChoices> {
    const view = await this.views.byId(id);
    return choicesOf(view?.reading ?? reading, toldTo(run));
  }

  /** What a run was told holds for the view's next ones too, once its data is there. */
  async remember({ id }: StoredView, run: RunDocument): Promise<void> {
    const view = await this.views.byId(id);
    const remembered = view && rememberedOf(view.reading, toldTo(run));
    if (!remembered) return;
    const changedBy = run.decided_by ?? run.started_by;
    await this.views.changeReading(id, { ...remembered, changedBy, changedAt: new Date() });
  }
}

/* Runs of earlier versions were told nothing. */
const toldTo = ({ reading }: Partial<RunDocument>) => reading ?? NOTHING_SAID;
