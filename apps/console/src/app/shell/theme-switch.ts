import { CdkMenu, CdkMenuItemRadio, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject } from '@angular/core';
import { LucideCheck, LucideMonitor, LucideMoon, LucideSun } from '@lucide/angular';
import { Theme } from '../ui/base/theme';
import { SHELL } from './texts';

@Component({
  selector: 'app-theme-switch',
  imports: [CdkMenu, CdkMenuItemRadio, CdkMenuTrigger, LucideCheck, LucideMonitor, LucideMoon, LucideSun],
  template: `
    <button
      type="button"
      class="icon-button"
      [cdkMenuTriggerFor]="menu"
      [attr.aria-label]="label()"
      [title]="label()"
    >
      @switch (theme.choice()) {
        @case ('light') {
          <svg lucideSun aria-hidden="true"></svg>
        }
        @case ('dark') {
          <svg lucideMoon aria-hidden="true"></svg>
        }
        @default {
          <svg lucideMonitor aria-hidden="true"></svg>
        }
      }
    </button>
    <ng-template #menu>
      <div class="menu" cdkMenu>
        @for (choice of choices; track choice) {
          <button
            type="button"
            class="menu-item"
            cdkMenuItemRadio
            [cdkMenuItemChecked]="theme.choice() === choice"
            (cdkMenuItemTriggered)="theme.choice.set(choice)"
          >
            <span class="tick">
              @if (theme.choice() === choice) {
                <svg lucideCheck aria-hidden="true" [strokeWidth]="3"></svg>
              }
            </span>
            {{ texts.choices[choice] }}
          </button>
        }
      </div>
    </ng-template>
  `,
})
export class ThemeSwitch {
  protected readonly theme = inject(Theme);
  protected readonly texts = SHELL.theme;
  protected readonly choices = ['system', 'light', 'dark'] as const;
  protected readonly label = computed(() => SHELL.theme.label(SHELL.theme.choices[this.theme.choice()]));
}
