import { Component, computed, inject, input } from '@angular/core';
import type { IngestionRun, RunReport } from '@app/contracts';
import { Formats } from '../../ui/base/formats';
import { REPORT } from './texts';

/** What an import does to the numbers that people look at first, and to deals and value by stage. */
@Component({
  selector: 'app-effect-tables',
  template: `
    @if (headline().length > 0) {
      <div class="scroll-x">
        <table class="table numbers">
          <thead>
            <tr>
              <th scope="col">{{ numbers() }}</th>
              <th scope="col" class="r">{{ texts.change }}</th>
            </tr>
          </thead>
          <tbody>
            @for (number of headline(); track number.id) {
              <tr [class.same]="number.isSame">
                <th scope="row">{{ number.label }}</th>
                <td class="r">
                  @if (!number.isSame) {
                    <span class="quiet">{{ number.before }} → </span>
                  }
                  <b>{{ number.after }}</b>
                </td>
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
              <th scope="col" class="r">{{ texts.value }}</th>
            </tr>
          </thead>
          <tbody>
            @for (stage of stages(); track stage.label) {
              <tr [class.same]="stage.isSame">
                <th scope="row">{{ stage.label }}</th>
                <td class="r">
                  @if (stage.deals_before !== stage.deals_after) {
                    <span class="quiet">{{ formats.count(stage.deals_before) }} → </span>
                  }
                  <b>{{ formats.count(stage.deals_after) }}</b>
                </td>
                <td class="r">
                  @if (stage.value_before !== stage.value_after) {
                    <span class="quiet">{{ formats.moneyShort(stage.value_before) }} → </span>
                  }
                  <b>{{ formats.moneyShort(stage.value_after) }}</b>
                </td>
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
      overflow-wrap: break-word;
    }
    b {
      font-weight: 600;
      white-space: nowrap;
    }
    .same :is(b, th[scope='row']) {
      font-weight: 400;
      color: var(--ink-2);
    }
    /* On a phone both amounts stay in one line: below the name where they do not fit beside it. */
    @media (max-width: 640px) {
      .numbers,
      .numbers > * {
        display: block;
      }
      .numbers tr {
        display: flex;
        flex-wrap: wrap;
        padding-block: 4px;
        border-bottom: 1px solid var(--hairline);
      }
      .numbers tbody tr:last-child {
        border-bottom: 0;
      }
      .numbers tr > * {
        padding-block: 0;
        border-bottom: 0;
      }
      .numbers .r {
        margin-left: auto;
      }
    }
  `,
})
export class EffectTables {
  protected readonly formats = inject(Formats);
  protected readonly texts = REPORT.effect;

  readonly run = input.required<IngestionRun>();
  readonly report = input.required<RunReport>();

  protected readonly numbers = computed(() => REPORT.effect.numbers(this.run().status === 'discarded'));

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
