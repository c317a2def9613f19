import { CdkMenu, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, Injector, afterNextRender, inject, viewChild } from '@angular/core';
import { Icon } from '../ui/icon/icon';
import type { View } from '@app/contracts';
import { Address } from '../session/address';
import { Views } from '../session/views';
import { Clock } from '../ui/base/clock';
import { Formats } from '../ui/base/formats';
import { MenuChoice } from '../ui/menu-choice';
import { SHELL } from './texts';

/** The views a reader can open, each with the age of its data. */
@Component({
  selector: 'app-view-switcher',
  imports: [CdkMenu, CdkMenuTrigger, Icon, MenuChoice],
  template: `
    <button
      type="button"
      class="button"
      [cdkMenuTriggerFor]="menu"
      [attr.aria-label]="texts.label(address.view()?.name ?? texts.heading)"
    >
      <span class="name">{{ address.view()?.name ?? texts.heading }}</span>
      <svg appIcon="chevron-down" aria-hidden="true"></svg>
    </button>
    <ng-template #menu>
      <div class="menu" cdkMenu [attr.aria-label]="texts.heading">
        @for (view of views.all(); track view.id) {
          <button appMenuChoice [isChosen]="view.id === address.viewId()" (choose)="address.chooseView(view)">
            {{ view.name }}
            <small>{{ ageOf(view) }}</small>
          </button>
        }
      </div>
    </ng-template>
  `,
  styles: `
    .name {
      max-width: 180px;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    @media (max-width: 560px) {
      .name {
        max-width: 104px;
      }
    }
  `,
})
export class ViewSwitcher {
  private readonly formats = inject(Formats);
  private readonly clock = inject(Clock);
  protected readonly address = inject(Address);
  protected readonly views = inject(Views);
  protected readonly texts = SHELL.view;
  private readonly injector = inject(Injector);
  private readonly trigger = viewChild.required(CdkMenuTrigger);

  /** Opens the list with its first entry under the keyboard. */
  open(): void {
    this.trigger().open();
    afterNextRender(() => this.trigger().getMenu()?.focusFirstItem('keyboard'), { injector: this.injector });
  }

  protected ageOf({ data }: View): string {
    return data.last_update && data.records_count > 0
      ? this.formats.ago(data.last_update, this.clock.now())
      : SHELL.view.never;
  }
}
