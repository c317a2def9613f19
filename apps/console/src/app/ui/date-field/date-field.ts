import { CdkOverlayOrigin } from '@angular/cdk/overlay';
import {
  Component,
  computed,
  ElementRef,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Icon } from '../icon/icon';
import { type Day, isoDay, parseIsoDay } from '@app/domain/period';
import { Formats } from '../base/formats';
import { PanelBelow } from '../base/panel-below';
import { Calendar } from './calendar';
import { DATE_FIELD } from './texts';
import { writtenDate } from './written-date';

/** A date: written, or chosen in a calendar. It says the date as `2026-11-28`, or nothing once it is emptied. */
@Component({
  selector: 'app-date-field',
  imports: [Calendar, Icon, PanelBelow],
  // The calendar opens below the field, not below its button.
  hostDirectives: [CdkOverlayOrigin],
  host: { class: 'field', '[attr.aria-invalid]': 'isBad()' },
  template: `
    <input
      type="text"
      class="num"
      autocomplete="off"
      spellcheck="false"
      [placeholder]="texts.placeholder"
      [attr.aria-label]="label()"
      [attr.aria-invalid]="isBad()"
      [title]="isUnread() ? texts.wrong : ''"
      [value]="written()"
      (input)="hear($any($event.target).value)"
      (change)="settle($any($event.target).value)"
      (keydown.alt.arrowdown)="isOpen.set(true)"
    />
    <button
      #opener
      type="button"
      aria-haspopup="dialog"
      [attr.aria-expanded]="isOpen()"
      [attr.aria-label]="texts.open(label())"
      (click)="isOpen.set(!isOpen())"
    >
      <svg appIcon="calendar" aria-hidden="true"></svg>
    </button>
    <ng-template
      appPanelBelow
      [isOpen]="isOpen()"
      [origin]="origin"
      (left)="isOpen.set(false)"
      (escaped)="close()"
    >
      <app-calendar
        class="menu"
        role="dialog"
        [attr.aria-label]="texts.calendar(label())"
        [chosen]="chosen()"
        [today]="today()"
        (choose)="take($event)"
      />
    </ng-template>
  `,
  styleUrl: './date-field.css',
})
export class DateField {
  protected readonly texts = DATE_FIELD;
  private readonly formats = inject(Formats);
  protected readonly origin = inject(CdkOverlayOrigin);
  private readonly opener = viewChild.required<ElementRef<HTMLElement>>('opener');

  readonly label = input.required<string>();
  /** `2026-11-28`, or empty. */
  readonly value = input.required<string>();
  readonly today = input.required<Day>();
  /** Whether the date does not fit to others. */
  readonly isWrong = input(false);
  readonly said = output<string>();

  protected readonly isOpen = signal(false);
  /** Whether what is written is no date. */
  readonly isUnread = signal(false);
  protected readonly isBad = computed(() => this.isWrong() || this.isUnread());
  protected readonly chosen = computed(() => parseIsoDay(this.value()));
  protected readonly written = linkedSignal(() => (this.value() ? this.formats.date(this.value()) : ''));

  /** A date is said as soon as it is whole. */
  protected hear(text: string): void {
    const day = writtenDate(text);
    if (day === null) return;
    this.isUnread.set(false);
    if (isoDay(day) !== this.value()) this.said.emit(isoDay(day));
  }

  /** What is no date stays, and is marked; what is one is shown as dates are. */
  protected settle(text: string): void {
    this.written.set(text);
    const isEmpty = text.trim() === '';
    const day = writtenDate(text);
    this.isUnread.set(!isEmpty && day === null);
    if (day !== null) this.written.set(this.formats.date(isoDay(day)));
    else if (this.value() !== '' && isEmpty) this.said.emit('');
  }

  protected take(day: Day): void {
    this.isUnread.set(false);
    this.written.set(this.formats.date(isoDay(day)));
    this.said.emit(isoDay(day));
    this.close();
  }

  protected close(): void {
    this.isOpen.set(false);
    this.opener().nativeElement.focus();
  }
}
