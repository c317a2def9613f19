import { CdkMenu, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject } from '@angular/core';
import { LucideChevronDown } from '@lucide/angular';
import { type Against, comparedDays, isoDay } from '@app/domain/period';
import { Address } from '../session/address';
import { isTwoDates } from '../ui/numbers/change';
import { Formats } from '../ui/base/formats';
import { TEXTS } from '../ui/base/texts';
import { MenuChoice } from '../ui/menu-choice';
import { SHELL } from './texts';

const CHOICES = ['previous', 'last_year', 'none'] as const;

/** What the numbers of the period are compared with. */
@Component({
  selector: 'app-comparison-picker',
  imports: [CdkMenu, CdkMenuTrigger, LucideChevronDown, MenuChoice],
  template: `
    <button type="button" class="chip" [cdkMenuTriggerFor]="menu">
      {{ texts.label }} <b>{{ shown() }}</b>
      <svg lucideChevronDown aria-hidden="true"></svg>
    </button>
    <ng-template #menu>
      <div class="menu" cdkMenu [attr.aria-label]="texts.heading">
        @for (choice of choices; track choice) {
          <button
            appMenuChoice
            [isChosen]="address.against() === choice"
            (choose)="address.chooseAgainst(choice)"
          >
            {{ texts.choices[choice] }}
            @if (daysOf(choice); as days) {
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
  protected readonly choices = CHOICES;
  protected readonly shown = computed(() => {
    const against = this.address.against();
    const compared = this.compared(against);
    if (!compared) return against === 'none' ? SHELL.against.none : SHELL.against.impossible;
    // Two dates are too long for the bar: the menu has them.
    return isTwoDates(compared.label) ? TEXTS.comparison.days[compared.against] : compared.label;
  });

  /** Which days they are; null where there is nothing to compare with. */
  protected daysOf(against: Against): string | null {
    const compared = this.compared(against);
    if (!compared) return null;
    const { from, to } = compared;
    return isTwoDates(compared.label) ? this.formats.range(isoDay(from), isoDay(to)) : compared.label;
  }

  private compared(against: Against) {
    return comparedDays(this.address.period().period, this.address.today(), against);
  }
}
