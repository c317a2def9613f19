import {
  afterNextRender,
  afterRenderEffect,
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { Icon } from '../icon/icon';
import { civil, type Day, isoDay, monthKey } from '@app/domain/period';
import { Formats } from '../base/formats';
import { dayBy, monthsLater, weeksOf } from './calendar-days';
import { DATE_FIELD } from './texts';

/** A month of days to choose one of, by hand or by the keys of a calendar. One day at a time is reached by Tab. */
@Component({
  selector: 'app-calendar',
  imports: [Icon],
  template: `
    <header>
      <button type="button" class="icon-button" [attr.aria-label]="texts.earlier" (click)="turn(-1)">
        <svg appIcon="chevron-left" aria-hidden="true"></svg>
      </button>
      <b aria-live="polite">{{ formats.month(month(), true) }}</b>
      <button type="button" class="icon-button" [attr.aria-label]="texts.later" (click)="turn(1)">
        <svg appIcon="chevron-right" aria-hidden="true"></svg>
      </button>
    </header>
    <table role="grid" [attr.aria-label]="formats.month(month(), true)">
      <thead>
        <tr>
          @for (weekday of texts.weekdays; track weekday) {
            <th scope="col" [attr.abbr]="texts.weekdayNames[$index]">{{ weekday }}</th>
          }
        </tr>
      </thead>
      <tbody>
        @for (week of weeks(); track week[0]) {
          <tr>
            @for (day of week; track day) {
              <td role="gridcell" [attr.aria-selected]="day === chosen()">
                <button
                  type="button"
                  class="num"
                  [class.outside]="!isInMonth(day)"
                  [tabindex]="day === at() ? 0 : -1"
                  [attr.aria-current]="day === today() ? 'date' : null"
                  [attr.aria-label]="formats.date(iso(day))"
                  (click)="choose.emit(day)"
                  (keydown)="press($event)"
                >
                  {{ dateOf(day) }}
                </button>
              </td>
            }
          </tr>
        }
      </tbody>
    </table>
  `,
  styleUrl: './calendar.css',
})
export class Calendar {
  protected readonly formats = inject(Formats);
  protected readonly texts = DATE_FIELD;
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly chosen = input.required<Day | null>();
  readonly today = input.required<Day>();
  readonly choose = output<Day>();

  /** The day that keys start from; the month of it is shown. */
  protected readonly at = linkedSignal(() => this.chosen() ?? this.today());
  protected readonly month = computed(() => monthKey(this.at()));
  protected readonly weeks = computed(() => weeksOf(this.at()));
  protected readonly iso = isoDay;
  protected readonly dateOf = (day: Day) => civil(day).date;
  protected readonly isInMonth = (day: Day) => monthKey(day) === this.month();

  /** Whether a key moved: what is chosen by hand keeps the focus where the hand is. */
  private isByKey = true;

  constructor() {
    afterNextRender(() => this.focus());
    afterRenderEffect(() => {
      this.at();
      if (this.isByKey) this.focus();
    });
  }

  protected turn(months: number): void {
    this.isByKey = false;
    this.at.update((day) => monthsLater(day, months));
  }

  protected press(event: KeyboardEvent): void {
    const next = dayBy(event, this.at());
    if (next === null) return;
    event.preventDefault();
    this.isByKey = true;
    this.at.set(next);
  }

  private focus(): void {
    this.host.querySelector<HTMLElement>('td [tabindex="0"]')?.focus();
  }
}
