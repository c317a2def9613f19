import { Component, computed, inject, input, output } from '@angular/core';
import type { IngestionRunSummary } from '@app/contracts';
import { CardHead } from '../../ui/card-head';
import { Formats } from '../../ui/base/formats';
import { TEXTS } from '../../ui/base/texts';
import { runName } from '../run/run-name';
import { toneOfRun } from '../run/runs';
import { DATA } from '../run/texts';
import { DECISION } from './texts';

/** The imports that wait for a decision and are not open: each can be opened to decide. */
@Component({
  selector: 'app-waiting-runs',
  imports: [CardHead],
  template: `
    <app-card-head [heading]="heading()" />
    <ul>
      @for (run of rows(); track run.id) {
        <li>
          <span class="status {{ run.tone }}">{{ run.status }}</span>
          <span class="what">
            <b>{{ run.name }}</b>
            <span class="quiet">{{ run.by }}</span>
          </span>
          <button type="button" class="button" (click)="open.emit(run.id)">
            {{ texts.decide }}<span class="unseen">{{ run.about }}</span>
          </button>
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      border-color: var(--warn);
    }
    li {
      display: flex;
      align-items: center;
      gap: var(--s-2) var(--s-3);
      padding: var(--s-1) 0;
    }
    .what {
      flex: 1;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    b {
      margin-right: var(--s-2);
      font-weight: 600;
    }
    @media (max-width: 640px) {
      li {
        flex-wrap: wrap;
      }
      .what {
        order: -1;
        flex-basis: 100%;
      }
      .button {
        margin-left: auto;
      }
    }
    @media (max-width: 900px), (pointer: coarse) {
      .button {
        height: 44px;
      }
    }
  `,
})
export class WaitingRuns {
  private readonly formats = inject(Formats);
  protected readonly texts = DATA.history;

  readonly runs = input.required<readonly IngestionRunSummary[]>();
  readonly open = output<string>();

  protected readonly heading = computed(() => {
    const count = this.runs().length;
    return TEXTS.waiting(this.formats.count(count), count === 1);
  });
  protected readonly rows = computed(() =>
    this.runs().map((run) => {
      const [name, at] = [runName(run, this.formats), this.formats.at(run.started_at)];
      return {
        id: run.id,
        name,
        tone: toneOfRun(run.status),
        status: DATA.status[run.status],
        by: DECISION.by(run.started_by, at),
        about: DATA.history.of(name, at),
      };
    }),
  );
}
