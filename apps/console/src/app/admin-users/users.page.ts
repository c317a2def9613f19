import {
  Component,
  type ElementRef,
  Injector,
  computed,
  effect,
  inject,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Icon } from '../ui/icon/icon';
import type { User } from '@app/contracts';
import { Formats } from '../ui/base/formats';
import { TEXTS } from '../ui/base/texts';
import { Dialogs } from '../ui/dialog/dialogs';
import { EmptyState } from '../ui/empty-state';
import { PlainTable, type PlainColumn } from '../ui/plain-table';
import { ProblemNotice } from '../ui/problem-notice';
import { foundUsers } from './found-users';
import { USERS } from './texts';
import { UsersStore } from './users-store';

/** Who may sign in, and what they may do. */
@Component({
  selector: 'app-users',
  imports: [EmptyState, Icon, PlainTable, ProblemNotice],
  providers: [UsersStore],
  host: { '(window:focus)': 'store.reload()' },
  templateUrl: './users.page.html',
  styleUrls: ['../ui/page-head.css', './users.page.css'],
})
export class UsersPage {
  private readonly dialogs = inject(Dialogs);
  private readonly injector = inject(Injector);
  protected readonly store = inject(UsersStore);
  protected readonly formats = inject(Formats);
  protected readonly texts = USERS;
  protected readonly columns: readonly PlainColumn[] = [
    { label: USERS.columns.person },
    { label: USERS.columns.role, kind: 'wide' },
    { label: USERS.columns.views, kind: 'wide' },
    { label: USERS.columns.lastLogin, kind: 'wide' },
    { label: USERS.columns.sessions, kind: 'r wide' },
    { label: USERS.columns.edit, isUnseen: true },
  ];
  protected readonly none = TEXTS.none;

  private readonly searchField = viewChild<ElementRef<HTMLInputElement>>('search');
  protected readonly words = signal('');
  protected readonly shown = computed(() => foundUsers(this.store.items(), this.words()));
  protected readonly count = computed(() => {
    const [found, all] = [this.shown().length, this.store.items().length];
    const { count } = this.formats;
    if (found === all) return USERS.count(count.call(this.formats, all), all === 1);
    return USERS.found(count.call(this.formats, found), count.call(this.formats, all), all === 1);
  });

  constructor() {
    // The button that opened the dialog is gone with its row.
    effect(() => {
      if (this.store.edited() !== null || this.store.said() === '') return;
      untracked(() => this.searchField()?.nativeElement.focus());
    });
  }

  protected lastLogin({ last_login }: User): string {
    if (last_login === null) return USERS.never;
    return `${this.formats.dayAt(last_login)}, ${this.formats.timeOf(last_login)}`;
  }

  /** What stands in columns of its own where there is room. */
  protected inShort(user: User): string {
    const opensAll = user.role === 'super_admin' && !user.is_demo;
    const views = user.view_access.join(', ') || USERS.defaultView(this.store.defaultView());
    return [USERS.role[user.role], ...(opensAll ? [] : [views])].join(' · ');
  }

  /** The same of when they were there; labelled, as nothing stands above it. */
  protected seenInShort(user: User): string[] {
    const parts = [`${USERS.columns.lastLogin}: ${this.lastLogin(user)}`, this.link(user)];
    if (user.sessions > 0)
      parts.push(USERS.sessions.count(this.formats.count(user.sessions), user.sessions === 1));
    return parts.filter((part) => part !== '');
  }

  protected link({ link_expires_at }: User): string {
    return link_expires_at === null ? '' : USERS.linkUntil(this.formats.at(link_expires_at));
  }

  protected add(): void {
    this.store.begin();
    void this.dialogs.open(async () => (await import('./add-dialog')).AddDialog, USERS.addDialog.heading, {
      from: this.injector,
    });
  }

  protected edit(user: User): void {
    this.store.edit(user);
    void this.dialogs.open(
      async () => (await import('./edit-dialog')).EditDialog,
      USERS.editLabel(user.name),
      { from: this.injector },
    );
  }
}
