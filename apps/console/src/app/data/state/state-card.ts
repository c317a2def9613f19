import { Component, computed, inject, input } from '@angular/core';
import type { View } from '@app/contracts';
import { Clock } from '../../ui/base/clock';
import { Formats } from '../../ui/base/formats';
import { TEXTS } from '../../ui/base/texts';
import { DATA } from '../run/texts';
import { CardHead } from '../../ui/card-head';

/** The state of a view's data. */
@Component({
  selector: 'app-state-card',
  imports: [CardHead],
  template: `
    <app-card-head [heading]="texts.heading" />
    <dl>
      @for (fact of facts(); track fact.label) {
        <div>
          <dt>{{ fact.label }}</dt>
          <dd>
            {{ fact.value }}
            @if (fact.detail) {
              <span class="quiet">{{ fact.detail }}</span>
            }
          </dd>
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      gap: var(--s-2);
      margin: 0;
    }
    dl div {
      display: grid;
      grid-template-columns: 104px minmax(0, 1fr);
      gap: var(--s-2);
    }
    dt {
      color: var(--ink-2);
    }
    dd {
      margin: 0;
      font-weight: 600;
      font-variant-numeric: tabular-nums;
      overflow-wrap: anywhere;
    }
    dd .quiet {
      font-weight: 400;
      display: block;
    }
  `,
})
export class StateCard {
  private readonly formats = inject(Formats);
  private readonly clock = inject(Clock);
  protected readonly texts = DATA.state;
  readonly view = input.required<View>();

  protected readonly facts = computed(() => {
    const { data, dedupe, is_master } = this.view();
    const { records_count: count, last_update } = data;
    return [
      ...(is_master ? [] : [{ label: DATA.state.source, value: this.source(), detail: '' }]),
      { label: DATA.state.rows, value: TEXTS.deals(this.formats.count(count), count === 1), detail: '' },
      { label: DATA.state.revision, value: String(data.revision), detail: '' },
      {
        label: DATA.state.updated,
        value: last_update ? this.formats.at(last_update) : DATA.state.never,
        detail: last_update ? this.formats.ago(last_update, this.clock.now()) : '',
      },
      ...(is_master
        ? []
        : [{ label: DATA.state.rule, value: DATA.rule[dedupe].name, detail: DATA.rule[dedupe].detail }]),
    ];
  });

  private source(): string {
    const { source_type, sample } = this.view().data;
    const names: Record<string, string> = DATA.state.sources;
    if (sample) return DATA.state.sources.sample;
    return source_type ? (names[source_type] ?? source_type) : DATA.state.sources.none;
  }
}
