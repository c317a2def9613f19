import { CdkMenu, CdkMenuItem, CdkMenuTrigger } from '@angular/cdk/menu';
import { Component, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import { LucideDynamicIcon, LucideKeyboard, LucideLogOut, LucideMonitorSmartphone } from '@lucide/angular';
import { Session } from '../session/session';
import { Pages } from '../session/pages';
import { PAGE_ICONS } from './page-icons';
import { Shortcuts } from './shortcuts';
import { SHELL } from './texts';

@Component({
  selector: 'app-user-menu',
  imports: [
    CdkMenu,
    CdkMenuItem,
    CdkMenuTrigger,
    LucideDynamicIcon,
    LucideKeyboard,
    LucideLogOut,
    LucideMonitorSmartphone,
  ],
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
                <svg [lucideIcon]="icons[icon]" aria-hidden="true"></svg>
              }
              {{ page.label }}
            </button>
          }
          @if (session.can('own_sessions')) {
            <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="shortcuts.sessions()">
              <svg lucideMonitorSmartphone aria-hidden="true"></svg>
              {{ texts.sessions }}
            </button>
          }
          <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="shortcuts.help()">
            <svg lucideKeyboard aria-hidden="true"></svg>
            {{ texts.shortcuts }} <small>?</small>
          </button>
          <button type="button" class="menu-item" cdkMenuItem (cdkMenuItemTriggered)="signOut()">
            <svg lucideLogOut aria-hidden="true"></svg>
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
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly pages = inject(Pages);
  protected readonly shortcuts = inject(Shortcuts);
  protected readonly icons = PAGE_ICONS;
  protected readonly texts = SHELL.user;

  protected readonly initials = computed(() => {
    const words = (this.session.user()?.name ?? '').split(/\s+/).filter((word) => word !== '');
    return [words[0], words.length > 1 ? words.at(-1) : undefined]
      .map((word) => (word ?? '').slice(0, 1))
      .join('');
  });

  protected async signOut(): Promise<void> {
    await this.session.signOut();
    await this.router.navigateByUrl('/sign-in');
  }
}
