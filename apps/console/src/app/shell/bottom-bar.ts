import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../ui/icon/icon';
import type { IconName } from '../ui/icon/icons';
import { Address } from '../session/address';
import { Pages } from '../session/pages';
import { SHELL } from './texts';

/** What a thumb finds at once, by the last part of its address; all other pages are under More. */
const FIRST: Readonly<Record<string, { name: string; icon: IconName }>> = {
  dashboard: { name: SHELL.bottomBar.dashboard, icon: 'layout-dashboard' },
  'meetings-generation': { name: SHELL.bottomBar.meetings, icon: 'calendar-plus' },
  'deals-pipeline': { name: SHELL.bottomBar.deals, icon: 'handshake' },
  projections: { name: SHELL.bottomBar.projections, icon: 'square-kanban' },
  data: { name: SHELL.bottomBar.data, icon: 'database' },
};

/** The pages of a view on a phone: where the thumb is, in place of the tabs of the header. */
@Component({
  selector: 'app-bottom-bar',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon, RouterLink],
  host: { role: 'navigation', '[attr.aria-label]': 'texts.tabsLabel' },
  template: `
    @for (page of first(); track page.path) {
      <a
        class="place inset-focus"
        [routerLink]="['/v', viewId(), page.path]"
        [queryParams]="address.leftBehind()"
        queryParamsHandling="merge"
        [attr.aria-label]="
          page.path === 'data' && waiting() ? page.label + ', ' + waiting()?.label : page.label
        "
        [attr.aria-current]="address.page() === page.path ? 'page' : null"
      >
        <svg [appIcon]="page.icon" aria-hidden="true"></svg>
        <span>{{ page.name }}</span>
        @if (page.path === 'data' && waiting(); as waiting) {
          <b class="num">{{ waiting.count }}</b>
        }
      </a>
    }
    <button type="button" class="place inset-focus" [class.on]="isOther()" [cdkMenuTriggerFor]="menu">
      <svg appIcon="ellipsis" aria-hidden="true"></svg>
      <span>{{ texts.bottomBar.more }}</span>
    </button>
    <ng-template #menu>
      <div class="menu" cdkMenu [attr.aria-label]="texts.tabsLabel">
        @for (page of others(); track page.path) {
          <a
            class="menu-item"
            cdkMenuItem
            [routerLink]="['/v', viewId(), page.path]"
            [queryParams]="address.leftBehind()"
            queryParamsHandling="merge"
            [attr.aria-current]="address.page() === page.path ? 'page' : null"
            >{{ page.label }}</a
          >
        }
        <hr />
        @for (page of apart(); track page.path) {
          <button
            type="button"
            class="menu-item"
            cdkMenuItem
            [attr.aria-current]="address.page() === page.path ? 'page' : null"
            (cdkMenuItemTriggered)="pages.open(page.path)"
          >
            {{ page.label }}
          </button>
        }
      </div>
    </ng-template>
  `,
  styleUrl: './bottom-bar.css',
})
export class BottomBar {
  protected readonly texts = SHELL;
  protected readonly address = inject(Address);
  protected readonly pages = inject(Pages);

  /** The view that its pages are of. */
  readonly viewId = input.required<string>();
  /** What waits on the data page. */
  readonly waiting = input<{ count: string; label: string } | null>(null);

  protected readonly first = computed(() =>
    this.pages.header().flatMap((page) => {
      const shown = FIRST[page.path];
      return shown ? [{ ...shown, path: page.path, label: page.label }] : [];
    }),
  );
  protected readonly others = computed(() => this.pages.header().filter(({ path }) => !FIRST[path]));
  /** Those of the user menu: whoever looks for a page looks here. */
  protected readonly apart = computed(() => this.pages.menu().filter(({ isBesideTabs }) => !isBesideTabs));
  /** What the bar does not name is under More, the page of a person as well, which links lead to. */
  protected readonly isOther = computed(() => this.first().every(({ path }) => path !== this.address.page()));
}
