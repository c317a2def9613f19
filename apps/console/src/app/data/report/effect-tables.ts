import { Component, computed, inject, input } from '@angular/core';
import type { RunReport } from '@app/contracts';
import { Formats } from '../../ui/base/formats';
import { REPORT } from './texts';

/** What an import does to the numbers that people look at first, and to deals and value by stage. */
@Component({
  selector: 'app-effect-tables',
  template: `
    @if (headline().length > 0) {
      <div class="scroll-x">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{{ texts.numbers }}</th>
              <th scope="col" class="r">{{ texts.before }}</th>
              <th scope="col" class="r">{{ texts.after }}</th>
            </tr>
          </thead>
          <tbody>
            @for (number of headline(); track number.id) {
              <tr [class.same]="number.isSame">
                <th scope="row">{{ number.label }}</th>
                <td class="r">{{ number.before }}</td>
                <td class="r">{{ number.after }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    }
    @if (stages().length > 0) {
      <div class="scroll-x">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{{ texts.stage }}</th>
              <th scope="col" class="r">{{ texts.deals }}</th>
              <th scope="col" class="r">{{ texts.after }}</th>
              <th scope="col" class="r">{{ texts.value }}</th>
              <th scope="col" class="r">{{ texts.after }}</th>
            </tr>
          </thead>
          <tbody>
            @for (stage of stages(); track stage.label) {
              <tr [class.same]="stage.isSame">
                <th scope="row">{{ stage.label }}</th>
                <td class="r">{{ formats.count(stage.deals_before) }}</td>
                <td class="r">{{ formats.count(stage.deals_after) }}</td>
                <td class="r">{{ formats.moneyShort(stage.value_before) }}</td>
                <td class="r">{{ formats.moneyShort(stage.value_after) }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr));
      align-items: start;
      gap: var(--s-3) var(--s-5);
    }
    .table :is(td, th[scope='row']) {
      padding-block: 4px;
    }
    th[scope='row'] {
      font: var(--t-body);
      color: var(--ink);
      white-space: normal;
    }
    td:last-child,
    td:nth-child(3) {
      font-weight: 600;
    }
    .same :is(td, th[scope='row']) {
      font-weight: 400;
      color: var(--ink-2);
    }
  `,
})
export class EffectTables {
  protected readonly formats = inject(Formats);
  protected readonly texts = REPORT.effect;

  readonly report = input.required<RunReport>();

  protected readonly headline = computed(() =>
    this.report().headline.map(({ id, label, unit, before, after }) => ({
      id,
      label,
      before: this.formats.long(before, unit),
      after: this.formats.long(after, unit),
      isSame: before === after,
    })),
  );
  protected readonly stages = computed(() =>
    this.report().stages.map((stage) => ({
      ...stage,
      label: OTHERS[stage.stage] ?? stage.stage,
      isSame: stage.deals_before === stage.deals_after && stage.value_before === stage.value_after,
    })),
  );
}

/** Names of what is no stage. */
const OTHERS: Readonly<Record<string, string>> = {
  '': REPORT.effect.noStage,
  other: REPORT.effect.otherStage,
};
