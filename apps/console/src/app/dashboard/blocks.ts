import { Component, computed, inject, input, output } from '@angular/core';
import type { DashboardScreen, MetricUnit } from '@app/contracts';
import { Formats } from '../ui/formats';
import { TEXTS } from '../ui/texts';
import { type Figure, FiguresBlock } from './figures-block';
import { MeetingsBlock } from './meetings-block';
import { numberOf } from './numbers';
import { DASHBOARD } from './texts';

/** The four blocks of the funnel: meetings, intros and POA, pipe, closed deals. */
@Component({
  selector: 'app-blocks',
  imports: [FiguresBlock, MeetingsBlock],
  template: `
    <app-meetings-block class="card" [metrics]="screen().metrics" (open)="open.emit($event)" />
    @for (block of blocks(); track block.heading) {
      <app-figures-block
        class="card"
        [heading]="block.heading"
        [leading]="block.leading"
        [following]="block.following"
        [note]="block.note"
        [hint]="block.hint"
        (open)="open.emit($event)"
      />
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 4fr) repeat(3, minmax(0, 3fr));
      gap: var(--s-3);
    }
    @media (max-width: 1200px) {
      :host {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
    }
    @media (max-width: 640px) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `,
})
export class Blocks {
  private readonly formats = inject(Formats);
  readonly screen = input.required<DashboardScreen>();
  readonly open = output<string>();

  protected readonly blocks = computed(() => [this.intros(), this.pipe(), this.closed()]);

  private intros() {
    const { heading, intros, poa, conversion, conversionHint, conversionNote } = DASHBOARD.intros;
    return {
      heading,
      leading: [this.figure('intros.attended', intros, 'count'), this.figure('poa.generated', poa, 'count')],
      following: [this.figure('conversion.intro_to_poa', conversion, 'ratio')],
      note: conversionNote,
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
      note: this.weightless(),
      hint: '',
    };
  }

  private closed() {
    const { heading, count, arr, average, conversion } = DASHBOARD.closed;
    return {
      heading,
      leading: [this.figure('deals.closed', count, 'count'), this.figure('deals.arr', arr, 'money')],
      following: [
        this.figure('deals.average', average, 'money'),
        this.figure('conversion.poa_to_close', conversion, 'ratio'),
      ],
      note: '',
      hint: '',
    };
  }

  private weightless(): string {
    const { deals, pipe } = this.screen().headline.active_weightless;
    if (deals === 0) return DASHBOARD.pipe.allWeigh;
    return DASHBOARD.pipe.weightless(
      TEXTS.deals(this.formats.count(deals), deals === 1),
      this.formats.moneyShort(pipe),
    );
  }

  private figure(metric: string, label: string, unit: MetricUnit): Figure {
    return { metric, label, unit, number: numberOf(this.screen().metrics, metric) };
  }
}
