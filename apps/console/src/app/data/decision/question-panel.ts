import { Component, computed, inject, input, output } from '@angular/core';
import { Icon } from '../../ui/icon/icon';
import type { IngestionRun, RunReport } from '@app/contracts';
import { Formats } from '../../ui/base/formats';
import type { ReadingChoices } from '../reading/reading-draft';
import { ReadingForm } from '../reading/reading-form';
import { AsRead } from '../report/as-read';
import type { Question } from '../run/question';
import { DATA } from '../run/texts';
import { DECISION } from './texts';
import { whoDecides } from './who-decides';

/** A file that cannot be read before somebody names its sheet, header or column of clients: no failure, a question. */
@Component({
  selector: 'app-question-panel',
  imports: [AsRead, Icon, ReadingForm],
  template: `
    <div class="question">
      <div class="lead">
        <svg appIcon="file-spreadsheet" aria-hidden="true"></svg>
        <div>
          <h2>{{ heading() }}</h2>
          <p class="quiet">{{ uploaded() }}</p>
        </div>
      </div>
      <p>{{ run().error }}</p>
      @if (!mayAnswer()) {
        <p class="quiet">{{ whoAnswers() }}</p>
      }
    </div>
    <div class="below">
      @if (mayAnswer()) {
        <app-reading-form
          [run]="run()"
          [report]="report()"
          [question]="question()"
          [isBusy]="isBusy()"
          [failure]="failure()"
          (again)="again.emit($event)"
        />
      }
      <app-as-read [run]="run()" [report]="report()" />
    </div>
  `,
  styleUrl: './decision-panel.css',
  host: { class: 'doubtful' },
})
export class QuestionPanel {
  private readonly formats = inject(Formats);

  readonly run = input.required<IngestionRun>();
  readonly report = input.required<RunReport>();
  readonly question = input.required<Question>();
  /** Whether the reader may upload to the view. */
  readonly mayAnswer = input.required<boolean>();
  readonly isBusy = input.required<boolean>();
  /** Why its file was not read again; empty otherwise. */
  readonly failure = input.required<string>();
  readonly again = output<ReadingChoices>();

  protected readonly heading = computed(() => DATA.questions[this.question()]);
  protected readonly whoAnswers = computed(() => whoDecides(this.run()));
  protected readonly uploaded = computed(() => {
    const { source, started_by, started_at } = this.run();
    return DECISION.uploaded(source.name, started_by, this.formats.at(started_at));
  });
}
