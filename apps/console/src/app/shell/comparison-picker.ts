import { CdkMenu, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject } from '@angular/core';
import { Icon } from '../ui/icon/icon';
import { type Against, comparedDays, isoDay } from '@app/domain/period';
import { Address } from '../session/address';
import { comparedName, isTwoDates, isYearEarlier } from '../ui/numbers/change';
import { Formats } from '../ui/base/formats';
import { MenuChoice } from '../ui/menu-choice';
import { SHELL } from './texts';

const CHOICES = ['previous', 'last_year', 'none'] as const;

/** What the numbers of the period are compared with. */
@Component({
  selector: 'app-comparison-picker',
  imports: [CdkMenu, CdkMenuTrigger, Icon, MenuChoice],
  template: `
    <button type="button" class="chip" [cdkMenuTriggerFor]="menu">
      {{ texts.label }} <b>{{ shown() }}</b>
      <svg appIcon="chevron-down" aria-hidden="true"></svg>
    </button>
    <ng-template #menu>
      <div class="menu" cdkMenu [attr.aria-label]="texts.heading">
        @for (each of choices(); track each.choice) {
          <button
            appMenuChoice
            [isChosen]="address.against() === each.choice"
            (choose)="address.chooseAgainst(each.choice)"
          >
            {{ each.text }}
            @if (daysOf(each.choice); as days) {
              <small>{{ days }}</small>
            }
          </button>
        }
      </div>
    </ng-template>
  `,
})
export class ComparisonPicker {
  private readonly formats = inject(Formats);
  protected readonly address = inject(Address);
  protected readonly texts = SHELL.against;
  protected readonly shown = computed(() => {
    const against = this.address.against();
    const compared = this.compared(against);
    if (!compared) return against === 'none' ? SHELL.against.none : SHELL.against.impossible;
    return comparedName(compared);
  });

  /** A year to date is compared with the same days last year either way: one choice says so. */
  protected readonly choices = computed(() => {
    if (!this.isToDate()) return CHOICES.map((choice) => ({ choice, text: this.texts.choices[choice] }));
    const chosen = this.address.against() === 'last_year' ? 'last_year' : 'previous';
    return [
      { choice: chosen, text: this.texts.choices.last_year },
      { choice: 'none', text: this.texts.choices.none },
    ] as const;
  });

  private readonly isToDate = computed(() => {
    const compared = this.compared('previous');
    return compared !== null && isTwoDates(compared.label) && isYearEarlier(compared);
  });

  /** Which days they are; null where there is nothing to compare with. */
  protected daysOf(against: Against): string | null {
    const compared = this.compared(against);
    if (!compared) return null;
    const { label, from, to } = compared;
    return isTwoDates(label) ? this.formats.range(from, to) : label;
  }

  private compared(against: Against) {
    const found = comparedDays(this.address.period().period, this.address.today(), against);
    if (!found) return null;
    const { from, to, through } = found;
    return { ...found, from: isoDay(from), to: isoDay(to), through: isoDay(through) };
  }
}
