import { Component, ElementRef, computed, inject, input, linkedSignal, output } from '@angular/core';
import { Icon } from '../../ui/icon/icon';
import type { DedupeRule, RunReport } from '@app/contracts';
import { Formats } from '../../ui/base/formats';
import { focusOpened } from '../run/focus-opened';
import { DATA } from '../run/texts';
import { leftOut } from './left-out';

/** Rows and money that were merged or left out for lack of a client, and what the other rules would do. */
@Component({
  selector: 'app-dedupe-warning',
  imports: [Icon],
  templateUrl: './dedupe-warning.html',
  styleUrl: './dedupe-warning.css',
})
export class DedupeWarning {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly formats = inject(Formats);
  protected readonly texts = DATA.warning;
  protected readonly rules = DATA.rule;

  readonly report = input.required<RunReport>();
  /** The name of the view whose rule it is. */
  readonly view = input.required<string>();
  /** Whether the reader may change the rule of the view. */
  readonly mayChange = input.required<boolean>();
  /** Whether the file is still available to import it under another rule. */
  readonly hasFile = input.required<boolean>();
  readonly isBusy = input.required<boolean>();
  readonly use = output<DedupeRule>();

  /** The rule that the reader is asked about before it holds for everybody; null while none is. */
  protected readonly asked = linkedSignal<RunReport, DedupeRule | null>({
    source: this.report,
    computation: () => null,
  });
  private readonly focusQuestion = focusOpened(() => this.asked() !== null, '.question');

  protected ask(rule: DedupeRule): void {
    this.asked.set(rule);
    this.focusQuestion();
  }

  protected keep(): void {
    this.host.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
    this.asked.set(null);
  }

  protected change(rule: DedupeRule): void {
    this.asked.set(null);
    this.use.emit(rule);
  }

  protected readonly sentences = computed(() => {
    const { duplicates_count, duplicates_value, skipped_value, dedupe } = this.report();
    const withoutClient = leftOut(this.report(), 'no_client');
    const merged = DATA.warning.merged(
      this.rows(duplicates_count),
      this.formats.money(duplicates_value),
      duplicates_count === 1,
    );
    return [
      ...(duplicates_count > 0 ? [`${merged}${DATA.rule[dedupe].name}${DATA.warning.mergedEnd}`] : []),
      ...(withoutClient > 0
        ? [
            DATA.warning.withoutClient(
              this.rows(withoutClient),
              this.formats.money(skipped_value),
              withoutClient === 1,
            ),
          ]
        : []),
    ];
  });

  /** What a rule merges, where there is no room for columns of it. */
  protected mergedBy({ duplicates, duplicates_value }: RunReport['rules'][number]): string {
    return DATA.warning.mergedBy(this.rows(duplicates), this.formats.money(duplicates_value));
  }

  private rows(count: number): string {
    return DATA.warning.row(this.formats.count(count), count === 1);
  }
}
