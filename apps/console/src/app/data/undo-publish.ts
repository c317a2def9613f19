import { Service, inject } from '@angular/core';
import type { IngestionRun } from '@app/contracts';
import { Formats } from '../ui/base/formats';
import { Toasts } from '../ui/toast/toasts';
import { undoOf } from './history/run-actions';
import { DATA } from './run/texts';
import { ViewRuns } from './run/view-runs';
import { Upload } from './upload/upload';

/** Says what an import of the reader published, wherever the reader is by then, and goes back to the data before it. */
@Service({ autoProvided: false })
export class UndoPublish {
  private readonly formats = inject(Formats);
  private readonly runs = inject(ViewRuns);
  private readonly toasts = inject(Toasts);
  private readonly upload = inject(Upload);

  /** @param run one that has just ended; nothing is said where it published nothing */
  tell(run: IngestionRun, view: string): void {
    if (run.status !== 'published') return;
    const others = this.runs.all().filter(({ id }) => id !== run.id);
    const before = undoOf([run, ...others], run.revision);
    const { back, published } = DATA.said;
    const words = run.rollback
      ? back(view, this.formats.count(run.rollback.revision))
      : published(view, run.source.name);
    this.toasts.changed(words, before && (() => this.upload.goBack({ view_id: run.view_id, id: before.to })));
  }
}
