import { CdkMenu, CdkMenuItemRadio, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject } from '@angular/core';
import { LucideCheck, LucideChevronDown } from '@lucide/angular';
import { type Against, comparedDays } from '@app/domain/period';
import { Situation } from '../session/situation';
import { SHELL } from './texts';

const CHOICES = ['previous', 'last_year', 'none'] as const;

/** What the numbers of the period are compared with. */
@Component({
  selector: 'app-comparison',
  imports: [CdkMenu, CdkMenuItemRadio, CdkMenuTrigger, LucideCheck, LucideChevronDown],
  template: `
    <button type="button" class="chip" [cdkMenuTriggerFor]="menu">
      {{ texts.label }} <b>{{ shown() }}</b>
      <svg lucideChevronDown aria-hidden="true"></svg>
    </button>
    <ng-template #menu>
      <div class="menu" cdkMenu [attr.aria-label]="texts.heading">
        @for (choice of choices; track choice) {
          <button
            type="button"
            class="menu-item"
            cdkMenuItemRadio
            [cdkMenuItemChecked]="situation.against() === choice"
            (cdkMenuItemTriggered)="situation.chooseAgainst(choice)"
          >
            <span class="tick">
              @if (situation.against() === choice) {
                <svg lucideCheck aria-hidden="true" [strokeWidth]="3"></svg>
              }
            </span>
            {{ texts.choices[choice] }}
            @if (labelOf(choice); as label) {
              <small>{{ label }}</small>
            }
          </button>
        }
      </div>
    </ng-template>
  `,
})
export class Comparison {
  protected readonly situation = inject(Situation);
  protected readonly texts = SHELL.against;
  protected readonly choices = CHOICES;
  protected readonly shown = computed(() => {
    const against = this.situation.against();
    return this.labelOf(against) ?? (against === 'none' ? SHELL.against.none : SHELL.against.impossible);
  });

  /** What the days are called; null where there is nothing to compare with. */
  protected labelOf(against: Against): string | null {
    return comparedDays(this.situation.period().period, this.situation.today(), against)?.label ?? null;
  }
}
