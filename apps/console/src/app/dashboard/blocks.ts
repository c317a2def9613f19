import { Component, computed, inject, input } from '@angular/core';
import type { MetricId, MetricUnit, ScreenAnswer } from '@app/contracts';
import type { ComparedNumber } from '@app/domain/metrics';
import { Formats } from '../ui/base/formats';
import { type Change, changeOf } from '../ui/numbers/change';
import { hasSampleTarget, judged, noteLabels, untilEndNote } from '../ui/numbers/number-notes';
import { TEXTS } from '../ui/base/texts';
import { type Figure, FiguresBlock } from './figures-block';
import { MeetingsBlock } from './meetings-block';
import { numberOf } from './numbers';
import { closedToPlan } from './period-revenue';
import { DASHBOARD } from './texts';
import { TodayCard } from './today-card';

/** The funnel in four blocks (meetings, intros and POA, pipe, closed deals) and the to-do list. */
@Component({
  selector: 'app-blocks',
  imports: [FiguresBlock, MeetingsBlock, TodayCard],
  template: `
    <app-meetings-block
      class="card"
      [metrics]="screen().metrics"
      [notes]="screen().notes"
      [sources]="screen().sources"
    />
    @for (block of blocks(); track block.heading) {
      <app-figures-block
        class="card"
        [heading]="block.heading"
        [leading]="block.leading"
        [following]="block.following"
        [note]="block.note"
        [hint]="block.hint"
      />
    }
    <app-today-card class="card" [screen]="screen()" />
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 19fr) repeat(3, minmax(0, 14fr)) minmax(0, 19fr);
      gap: var(--s-3);
    }
    @media (max-width: 1280px) {
      :host {
        grid-template-columns: minmax(0, 16fr) repeat(3, minmax(0, 13fr));
      }
      :host > app-today-card {
        grid-column: 1 / -1;
      }
    }
    @media (max-width: 1100px) {
      :host {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
    }
    @media (max-width: 640px) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
    }
    @media print {
      :host {
        grid-template-columns: minmax(0, 20fr) repeat(3, minmax(0, 13fr));
      }
    }
  `,
})
export class Blocks {
  private readonly formats = inject(Formats);
  readonly screen = input.required<ScreenAnswer<'dashboard'>>();

  protected readonly blocks = computed(() => [this.intros(), this.pipe(), this.closed()]);

  private intros() {
    const { heading, intros, poa, conversion, conversionHint } = DASHBOARD.intros;
    return {
      heading,
      leading: [this.figure('intros.attended', intros, 'count'), this.figure('poa.generated', poa, 'count')],
      following: [this.figure('conversion.intro_to_poa', conversion, 'ratio')],
      note: this.noteOf('conversion.intro_to_poa'),
      hint: conversionHint,
    };
  }

  private pipe() {
    const { heading, created, activeWeighted } = DASHBOARD.pipe;
    return {
      heading,
      leading: [
        this.figure('pipe.created', created, 'money'),
        this.figure('pipe.active_weighted', activeWeighted, 'money'),
      ],
      following: [],
      note: this.noteOf('pipe.active_weighted') || this.whyNone(),
      hint: '',
    };
  }

  /** Why no deal weighs nothing. */
  private whyNone(): string {
    const { allWeigh, nothingOpen } = DASHBOARD.pipe;
    return numberOf(this.screen().metrics, 'pipe.active_weighted').value === 0 ? nothingOpen : allWeigh;
  }

  private closed() {
    const { heading, count, arr, average, conversion } = DASHBOARD.closed;
    return {
      heading,
      leading: [this.untilEnd(this.figure('deals.closed', count, 'count')), this.arr(arr)],
      following: [
        this.figure('deals.average', average, 'money'),
        this.figure('conversion.poa_to_close', conversion, 'ratio'),
      ],
      note: this.noteOf('conversion.poa_to_close'),
      hint: DASHBOARD.intros.conversionHint,
    };
  }

  /** Against the revenue target where there is one, as all closed ARR of this page; else against that of ARR closed. */
  private arr(label: string): Figure {
    const figure = this.figure('deals.arr', label, 'money');
    const number = closedToPlan(this.screen());
    if (number.target === null) return this.untilEnd(figure);
    const { notes } = this.screen();
    const mark = hasSampleTarget(notes['period.revenue']) ? TEXTS.notes.sampleTarget : '';
    return this.untilEnd({ ...figure, metric: 'period.closed', number, mark });
  }

  /** What bills after today is counted here, and not in revenue to date: the two may stand differently. */
  private untilEnd(figure: Figure): Figure {
    const { period_revenue } = this.screen();
    const later = untilEndNote('deals.arr', this.screen(), this.formats);
    if (!later || period_revenue.starts_later <= 0) return figure;
    return { ...figure, mark: [later, figure.mark].filter(Boolean).join(' · ') };
  }

  /** Where revenue is planned its verdict is the one of this page; where it is not, closed deals have that of their own. */
  private judgedOnce(metric: MetricId, number: ComparedNumber): ComparedNumber {
    const { revenue } = this.screen().period_revenue;
    return revenue.target === null ? number : judged(metric, number, this.screen());
  }

  private noteOf(metric: MetricId): string {
    // Sample targets are marked at the figures that use them.
    const notes = this.screen().notes[metric]?.filter(({ kind }) => kind !== 'sample_target');
    return noteLabels(notes, this.formats).join(' · ');
  }

  /** Only the change: the header names the comparison, and the tooltip has the details. */
  private briefChange(metric: MetricId, unit: MetricUnit): Change | null {
    const { value } = numberOf(this.screen().metrics, metric);
    const change = changeOf(metric, unit, this.screen().comparison, this.formats, value);
    return change && change.brief !== '' ? { ...change, text: change.brief } : null;
  }

  private figure(metric: MetricId, label: string, unit: MetricUnit): Figure {
    const { metrics, notes } = this.screen();
    return {
      metric,
      label,
      unit,
      number: this.judgedOnce(metric, numberOf(metrics, metric)),
      mark: hasSampleTarget(notes[metric]) ? TEXTS.notes.sampleTarget : '',
      change: this.briefChange(metric, unit),
    };
  }
}
