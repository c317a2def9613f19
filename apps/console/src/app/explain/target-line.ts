import { Component, computed, inject, input } from '@angular/core';
import type { Explanation, TargetOrigin } from '@app/contracts';
import { Formats } from '../ui/base/formats';
import { Meter } from '../ui/meter';
import { judged } from '../ui/numbers/number-notes';
import { StatusLabel } from '../ui/numbers/status-label';
import { TEXTS } from '../ui/base/texts';
import { toneOf } from '../ui/base/tone';
import { targetName } from './target-names';
import { EXPLAIN } from './texts';

/** How the number stands against its target, and where the target comes from. */
@Component({
  selector: 'app-target-line',
  imports: [Meter, StatusLabel],
  template: `
    @if (value().target !== null) {
      <div class="line">
        <div class="grow">
          <p class="big">
            <b>{{
              value().progress === null
                ? formats.long(value().value, unit())
                : formats.share(value().progress)
            }}</b>
            <span>{{ words() }}</span>
          </p>
          @if (value().progress !== null) {
            <app-meter [progress]="value().progress ?? 0" [pace]="value().pace" [tone]="tone()" />
          }
        </div>
        @if (value().status; as status) {
          <app-status-label [status]="status" />
        }
      </div>
    } @else if (explanation().metric.target !== null) {
      <p class="origin">{{ isFiltered() ? texts.noTargetFiltered : texts.noTarget }}</p>
    }
    @if (explanation().target_origin; as origin) {
      <p class="origin">
        {{ scaling(origin) }}, {{ texts.from }} <b [title]="origin.origin">{{ nameOf(origin.origin) }}</b>{{
          setBy(origin)
        }}
      </p>
    }
  `,
  styles: `
    .line {
      display: flex;
      align-items: center;
      gap: var(--s-4);
    }
    .grow {
      flex: 1;
    }
    app-meter {
      margin: 6px 0;
    }
    .origin {
      margin-top: var(--s-1);
      color: var(--ink-2);
      overflow-wrap: anywhere;
    }
    .origin b {
      color: var(--ink);
      font-weight: 600;
    }
  `,
})
export class TargetLine {
  protected readonly formats = inject(Formats);
  protected readonly texts = EXPLAIN;
  protected readonly nameOf = targetName;
  readonly explanation = input.required<Explanation>();
  readonly isFiltered = input.required<boolean>();

  protected readonly value = computed(() => {
    const explanation = this.explanation();
    return judged(explanation.metric.id, explanation.value, explanation);
  });
  protected readonly unit = computed(() => this.explanation().metric.unit);
  protected readonly tone = computed(() => toneOf(this.value().status));
  protected readonly words = computed(() => {
    const { target, pace } = this.value();
    const of = TEXTS.of(this.formats.long(target, this.unit()));
    return pace === null ? of : `${of} · ${TEXTS.pace(this.formats.share(pace))}`;
  });

  /** Who set the target, if it was set here. */
  protected setBy({ set_by, set_at }: TargetOrigin): string {
    if (set_by === null || set_at === null) return '';
    return EXPLAIN.setBy(set_by, this.formats.dayAt(set_at));
  }

  protected scaling({ base, months }: TargetOrigin): string {
    if (base === null) return EXPLAIN.targetOnce(this.formats.long(this.value().target, this.unit()));
    const shown = this.formats.long(base, this.unit());
    return months === null ? EXPLAIN.targetOnce(shown) : EXPLAIN.targetMonthly(shown, MONTHS.format(months));
  }
}

const MONTHS = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
