import { Component, computed, inject, input } from '@angular/core';
import type { MetricUnit } from '@app/contracts';
import type { ComparedNumber } from '@app/domain/metrics';
import { ChangeLabel } from '../ui/numbers/change-label';
import type { Change } from '../ui/numbers/change';
import type { DrawerLink } from '../ui/links/link';
import { DrawerLinkButton } from '../ui/links/link-button';
import { Formats } from '../ui/base/formats';
import { Meter } from '../ui/meter';
import { StatusLabel } from '../ui/numbers/status-label';
import { TEXTS } from '../ui/base/texts';
import { toneOf } from '../ui/base/tone';
import { DASHBOARD } from './texts';

/** A number of a block: value and target in one line, a meter below if there is a target. */
@Component({
  selector: 'app-target-figure',
  imports: [ChangeLabel, DrawerLinkButton, Meter, StatusLabel],
  template: `
    <button type="button" class="drawer-link" [appDrawerLink]="link()">
      <span class="label">
        <span>{{ label() }}</span>
        @if (number().status; as status) {
          <app-status-label [status]="status" />
        }
      </span>
      <span class="line">
        <b>{{ formats.short(number().value, unit()) }}</b>
        @if (number().target !== null) {
          <span>{{ texts.of(formats.short(number().target, unit())) }}</span>
        }
        @if (change(); as change) {
          <app-change-label [change]="change" />
        }
      </span>
      @if (number().progress !== null) {
        <app-meter [progress]="number().progress ?? 0" [pace]="number().pace" [tone]="tone()" />
        <span class="unseen">{{ spoken() }}</span>
      }
      @if (mark()) {
        <span class="mark">{{ mark() }}</span>
      }
    </button>
  `,
  styles: `
    .drawer-link {
      display: block;
      position: relative;
    }
    .label {
      display: flex;
      justify-content: space-between;
      gap: var(--s-2);
      flex-wrap: wrap;
      min-height: 16px;
      font: var(--t-label);
    }
    app-status-label {
      flex: none;
      display: flex;
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 4px;
      white-space: nowrap;
    }
    app-change-label {
      margin-left: auto;
    }
    .drawer-link b {
      font: var(--t-number-s);
      letter-spacing: -0.01em;
      font-variant-numeric: tabular-nums;
      color: var(--ink);
    }
    .drawer-link:hover b {
      color: var(--accent);
    }
    app-meter {
      margin: 4px 0 6px;
    }
    .mark {
      display: block;
      font: var(--t-label);
    }
  `,
})
export class TargetFigure {
  protected readonly formats = inject(Formats);
  protected readonly texts = DASHBOARD;

  readonly label = input.required<string>();
  readonly number = input.required<ComparedNumber>();
  readonly unit = input.required<MetricUnit>();
  readonly change = input<Change | null>(null);
  /** A note about its target; may be empty. */
  readonly mark = input('');
  /** What it opens. */
  readonly link = input.required<DrawerLink>();

  protected readonly tone = computed(() => toneOf(this.number().status));
  protected readonly spoken = computed(() => {
    const { progress, pace } = this.number();
    return `${this.formats.share(progress)}, ${TEXTS.pace(this.formats.share(pace))}`;
  });
}
