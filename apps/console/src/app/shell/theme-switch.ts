import { CdkMenu, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject } from '@angular/core';
import { Icon } from '../ui/icon/icon';
import { Theme } from '../ui/base/theme';
import { MenuChoice } from '../ui/menu-choice';
import { SHELL } from './texts';

@Component({
  selector: 'app-theme-switch',
  imports: [CdkMenu, CdkMenuTrigger, Icon, MenuChoice],
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
          <svg appIcon="sun" aria-hidden="true"></svg>
        }
        @case ('dark') {
          <svg appIcon="moon" aria-hidden="true"></svg>
        }
        @default {
          <svg appIcon="monitor" aria-hidden="true"></svg>
        }
      }
    </button>
    <ng-template #menu>
      <div class="menu" cdkMenu>
        @for (choice of choices; track choice) {
          <button appMenuChoice [isChosen]="theme.choice() === choice" (choose)="theme.choice.set(choice)">
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
