import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject } from '@angular/core';
import { Icon } from '../ui/icon/icon';
import { Session } from '../session/session';
import { Pages } from '../session/pages';
import { initialsOf } from '../ui/base/initials';
import { PAGE_ICONS } from './page-icons';
import { ShellActions } from './shell-actions';
import { Shortcuts } from './shortcuts';
import { SHELL } from './texts';

@Component({
  selector: 'app-user-menu',
  imports: [CdkMenu, CdkMenuItem, CdkMenuTrigger, Icon],
  template: `
    @if (session.user(); as user) {
      <button
        type="button"
        class="avatar"
        [cdkMenuTriggerFor]="menu"
        [attr.aria-label]="texts.label(user.name)"
      >
        {{ initials() }}
      </button>
      <ng-template #menu>
        <div class="menu" cdkMenu>
          <div class="menu-note who">
            <b>{{ user.name }}</b>
            <span>{{ user.email }}</span>
            <span>{{ texts.role[user.role] }}</span>
          </div>
          @for (page of pages.menu(); track page.path) {
            <button
              type="button"
              class="menu-item"
              cdkMenuItem
              (cdkMenuItemTriggered)="pages.open(page.path)"
            >
              @if (page.icon; as icon) {
                <svg [appIcon]="icons[icon]" aria-hidden="true"></svg>
              }
              {{ page.label }}
            </button>
          }
          @if (session.can('own_sessions')) {
            <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="shortcuts.sessions()">
              <svg appIcon="monitor-smartphone" aria-hidden="true"></svg>
              {{ texts.sessions }}
            </button>
          }
          <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="shortcuts.help()">
            <svg appIcon="keyboard" aria-hidden="true"></svg>
            {{ texts.shortcuts }} <small>?</small>
          </button>
          <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="signOut()">
            <svg appIcon="log-out" aria-hidden="true"></svg>
            {{ texts.signOut }}
          </button>
        </div>
      </ng-template>
    }
  `,
  styles: `
    .avatar {
      display: grid;
      place-items: center;
      width: 32px;
      height: 32px;
      border: 0;
      border-radius: 50%;
      background: var(--accent-soft);
      color: var(--accent);
      font: 600 11px var(--font);
    }
    @media (pointer: coarse) {
      .avatar {
        position: relative;
      }
      .avatar::after {
        content: '';
        position: absolute;
        inset: -6px;
      }
    }
    .who {
      display: grid;
      border-bottom: 1px solid var(--hairline);
      margin-bottom: 4px;
      padding-bottom: 8px;
    }
    .who b {
      color: var(--ink);
    }
  `,
})
export class UserMenu {
  private readonly actions = inject(ShellActions);
  protected readonly session = inject(Session);
  protected readonly pages = inject(Pages);
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly icons = PAGE_ICONS;
  protected readonly texts = SHELL.user;

  protected readonly initials = computed(() => initialsOf(this.session.user()?.name ?? ''));

  protected signOut(): void {
    void this.actions.signOut();
  }
}
