import { CdkMenu, CdkMenuTrigger } from '@angular/cdk/menu';
import {
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  linkedSignal,
  signal,
  viewChildren,
} from '@angular/core';
import { Icon } from '../ui/icon/icon';
import {
  type PeriodChoice,
  type PeriodKind,
  customBetween,
  isoDay,
  namedPeriods,
  periodParameter,
  steppedChoice,
} from '@app/domain/period';
import { choiceOf, holdsToday } from '../session/period-choice';
import { Address } from '../session/address';
import { Formats } from '../ui/base/formats';
import { labelOf } from '../session/period-label';
import { DateField } from '../ui/date-field/date-field';
import { DATE_FIELD } from '../ui/date-field/texts';
import { MenuChoice } from '../ui/menu-choice';
import { SHELL } from './texts';

/** The server answers no longer ones. */
const MOST_YEARS = 100;
const KINDS = ['week', 'month', 'quarter', 'half', 'year', 'year_to_date'] as const;

/** Which days the numbers are about: kinds of period side by side, periods around today and any two dates in a menu. */
@Component({
  selector: 'app-period-picker',
  imports: [CdkMenu, CdkMenuTrigger, DateField, Icon, MenuChoice],
  host: {
    '(document:pointerdown)': 'turned($event.target)',
    '(focusout)': 'turned($event.relatedTarget)',
  },
  templateUrl: './period-picker.html',
  styleUrl: './period-picker.css',
})
export class PeriodPicker {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);
  protected readonly formats = inject(Formats);
  protected readonly address = inject(Address);
  protected readonly texts = SHELL.period;
  protected readonly kinds = KINDS;

  /** Two dates are entered first; the period changes when both are good. */
  protected readonly isEditing = signal(false);
  protected readonly kind = computed(() => this.address.period().kind);
  protected readonly label = computed(() => this.labelOf(this.address.period()));
  protected readonly named = computed(() => namedPeriods(this.address.today()));
  protected readonly isNamed = computed(() => this.named().some(({ choice }) => this.isShown(choice)));
  protected readonly isCurrent = computed(
    () => this.address.asOf() === null && holdsToday(this.address.period(), this.address.today()),
  );
  protected readonly from = linkedSignal(() => isoDay(this.address.period().period.from));
  protected readonly to = linkedSignal(() => isoDay(this.address.period().period.to));
  protected readonly isWrong = computed(() => customBetween(this.from(), this.to()) === null);
  private readonly fields = viewChildren(DateField);
  /** What keeps the two dates from being shown; null where nothing does. */
  protected readonly wrong = computed(() => {
    const isMissing = this.from() === '' || this.to() === '' || this.fields().some((each) => each.isUnread());
    if (isMissing) return DATE_FIELD.wrong;
    if (this.isWrong()) return SHELL.period.wrongOrder;
    return yearOf(this.to()) - yearOf(this.from()) < MOST_YEARS ? null : SHELL.period.tooLong(MOST_YEARS);
  });

  protected readonly labelOf = (choice: PeriodChoice) => labelOf(choice, this.formats);

  protected isShown(choice: PeriodChoice): boolean {
    return periodParameter(choice) === periodParameter(this.address.period());
  }

  protected choose(kind: PeriodKind): void {
    this.show(choiceOf(kind, this.address.period(), this.address.today()));
  }

  protected step(steps: number): void {
    this.show(steppedChoice(this.address.period(), steps));
  }

  protected show(choice: PeriodChoice): void {
    this.isEditing.set(false);
    this.address.choosePeriod(choice);
  }

  /** The menu gives the focus back to its button; the dates are what is asked for. */
  protected edit(): void {
    this.isEditing.set(true);
    afterNextRender(() => this.focus('.dates input'), { injector: this.injector });
  }

  /** What had the focus goes; what was not shown is forgotten. */
  protected leave(): void {
    this.forget();
    this.focus('.label');
  }

  /** The dates lie over the page: who turns to something else is done with them. */
  protected turned(to: EventTarget | null): void {
    if (!this.isEditing() || !(to instanceof Element)) return;
    if (!this.host.contains(to) && !to.closest('.cdk-overlay-container')) this.forget();
  }

  /** Shows the two dates, where they are being entered. @returns whether nothing of them is wrong */
  applyDates(): boolean {
    if (!this.isEditing()) return true;
    const choice = customBetween(this.from(), this.to());
    if (!choice || this.wrong() !== null) return false;
    this.show(choice);
    this.focus('.label');
    return true;
  }

  private forget(): void {
    const { from, to } = this.address.period().period;
    this.isEditing.set(false);
    this.from.set(isoDay(from));
    this.to.set(isoDay(to));
  }

  private focus(selector: string): void {
    this.host.querySelector<HTMLElement>(selector)?.focus();
  }
}

const yearOf = (day: string): number => Number(day.slice(0, 4));
