import { Component, computed, inject, input, output } from '@angular/core';
import type { IngestionRunSummary } from '@app/contracts';
import { authorOf } from '../../ui/base/author';
import { Formats } from '../../ui/base/formats';
import { Account } from '../run/account';
import { backTo, undoOf } from './run-actions';
import { questionOf, shownStatus } from '../run/question';
import { runName } from '../run/run-name';
import { dealsAfter, isSampleRemoval, isWaiting, latestFirst, momentOf, toneOfRun } from '../run/runs';
import { DATA } from '../run/texts';
import { CardHead } from '../../ui/card-head';

/** The runs of a view, those that ended last first. */
@Component({
  selector: 'app-run-history',
  imports: [Account, CardHead],
  templateUrl: './run-history.html',
  styleUrl: './run-history.css',
})
export class RunHistory {
  protected readonly formats = inject(Formats);
  protected readonly texts = DATA.history;
  protected readonly statuses = DATA.status;
  protected readonly toneOf = toneOfRun;
  protected readonly statusOf = shownStatus;
  protected readonly isSampleRemoval = isSampleRemoval;
  protected readonly momentOf = momentOf;
  protected readonly authorOf = authorOf;

  readonly runs = input.required<readonly IngestionRunSummary[]>();
  /** Revision that the view shows. */
  readonly live = input<unknown>(null);
  readonly openId = input.required<string | null>();
  /** Whether the reader may decide about those that wait. */
  readonly mayDecide = input(false);
  readonly hasMore = input(false);
  readonly isBusy = input(false);
  /** Why going back was refused; empty otherwise. */
  readonly failure = input('');
  readonly open = output<string>();
  /** Id of the run whose data shall be brought back. */
  readonly back = output<string>();
  readonly more = output();

  protected readonly ordered = computed(() => latestFirst(this.runs()));
  protected readonly undo = computed(() => (this.mayDecide() ? undoOf(this.runs(), this.live()) : null));
  protected readonly returns = computed(() =>
    this.mayDecide() ? backTo(this.runs(), this.live()) : new Set<string>(),
  );

  protected doorOf(run: IngestionRunSummary): string {
    if (!this.mayDecide()) return DATA.history.open;
    if (questionOf(run) !== null) return DATA.history.answer;
    if (run.status === 'failed' && run.file_kept) return DATA.history.readAgain;
    return isWaiting(run) ? DATA.history.decide : DATA.history.open;
  }

  protected dealsOf(run: IngestionRunSummary): string {
    const deals = dealsAfter(run);
    return deals === null ? '' : this.formats.count(deals);
  }

  protected revisionOf(run: IngestionRunSummary): string {
    const { status, revision } = run;
    if (status !== 'published' || revision === null || isSampleRemoval(run)) return '';
    return DATA.history.revision(this.formats.count(revision));
  }

  protected nameOf(run: IngestionRunSummary): string {
    return runName(run, this.formats);
  }

  protected aboutOf(run: IngestionRunSummary): string {
    return DATA.history.of(this.nameOf(run), this.formats.at(momentOf(run)));
  }
}
