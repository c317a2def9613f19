import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { LucideChevronLeft, LucideChevronRight, LucideX } from '@lucide/angular';
import { isoDay } from '@app/domain/period';
import { type PeriodKind, choiceOf, customBetween, holdsToday, stepped } from '../session/period-choice';
import { Address } from '../session/address';
import { Formats } from '../ui/base/formats';
import { labelOf } from '../session/period-label';
import { SHELL } from './texts';

const KINDS: readonly PeriodKind[] = ['month', 'quarter', 'half', 'year', 'year_to_date', 'custom'];

/** Which days the numbers are about. */
@Component({
  selector: 'app-period-picker',
  imports: [LucideChevronLeft, LucideChevronRight, LucideX],
  templateUrl: './period-picker.html',
  styleUrl: './period-picker.css',
})
export class PeriodPicker {
  protected readonly formats = inject(Formats);
  protected readonly address = inject(Address);
  protected readonly texts = SHELL.period;
  protected readonly kinds = KINDS;

  /** Custom opens its two dates first; the period changes when both are good. */
  protected readonly isEditing = signal(false);
  protected readonly kind = computed(() => (this.isEditing() ? 'custom' : this.address.period().kind));
  protected readonly label = computed(() => labelOf(this.address.period(), this.formats));
  protected readonly isCurrent = computed(
    () => this.address.asOf() === null && holdsToday(this.address.period(), this.address.today()),
  );
  protected readonly from = linkedSignal(() => isoDay(this.address.period().period.from));
  protected readonly to = linkedSignal(() => isoDay(this.address.period().period.to));
  protected readonly isWrong = computed(() => customBetween(this.from(), this.to()) === null);
  protected readonly showsDates = computed(() => this.kind() === 'custom');

  protected choose(kind: PeriodKind): void {
    this.isEditing.set(kind === 'custom');
    if (kind !== 'custom')
      this.address.choosePeriod(choiceOf(kind, this.address.period(), this.address.today()));
  }

  protected step(steps: number): void {
    this.isEditing.set(false);
    this.address.choosePeriod(stepped(this.address.period(), steps));
  }

  protected applyDates(): void {
    const choice = customBetween(this.from(), this.to());
    if (!choice) return;
    this.isEditing.set(false);
    this.address.choosePeriod(choice);
  }
}
