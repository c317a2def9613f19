import { HttpClient, httpResource } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import { type AddUser, defaultView, type Invitation, type User, type UserPage } from '@app/contracts';
import { type Observable, firstValueFrom } from 'rxjs';
import { Views } from '../session/views';
import { latestOf } from '../ui/base/latest';
import { problemOf } from '../ui/base/problem';
import { Toasts } from '../ui/toast/toasts';
import { INVITATIONS_URL, sessionsUrl, USERS_URL, userUrl } from './api';
import { USERS } from './texts';
import { type AccessChange, changesOf, draftOf } from './user-draft';

/** What is being done, so that its button says so. */
export type UserWork = 'add' | 'change' | 'link' | 'end_sessions' | 'remove';

/** Loads the users of the installation and changes them one by one. */
@Injectable()
export class UsersStore {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly views = inject(Views);
  private readonly answer = httpResource<UserPage>(() => USERS_URL);
  private readonly editedId = signal<string | null>(null);

  readonly users = latestOf(this.answer, () => 'users');
  readonly items = computed(() => this.users.data()?.items ?? []);
  /** Who is being edited, as they are stored now; null once they are gone. */
  readonly edited = computed(() => this.items().find(({ id }) => id === this.editedId()) ?? null);
  readonly working = signal<UserWork | null>(null);
  /** Why the last thing was not done. */
  readonly failure = signal('');
  /** What was done last, in words. */
  readonly said = signal('');

  /** The names of all views: a super admin opens every one. */
  readonly viewNames = computed(() => this.views.all().map(({ name }) => name));
  /** What is opened by who has no views. */
  readonly defaultView = computed(() => {
    const views = this.views.all().map(({ id, name, is_master, is_default }) => ({
      id,
      name,
      isMaster: is_master,
      isDefault: is_default,
    }));
    return defaultView(views)?.name ?? null;
  });

  edit(user: User): void {
    this.begin();
    this.editedId.set(user.id);
  }

  /** Forgets what was said of what was done before. */
  begin(): void {
    this.failure.set('');
    this.said.set('');
  }

  async add(wanted: Pick<AddUser, keyof AddUser>): Promise<User | null> {
    const user = await this.work('add', this.http.post<User>(USERS_URL, wanted));
    if (user) this.tell(USERS.said.added(user.name));
    return user ?? null;
  }

  /** Where somebody else was faster, what they wrote comes in and the refusal says so. */
  async change(before: User, wanted: AccessChange): Promise<User | null> {
    const user = await this.work('change', this.patch(before, wanted));
    if (user) this.tell(USERS.said.changed(user.name), () => this.takeBack(user, before));
    else void this.reload();
    return user ?? null;
  }

  async link(email: string): Promise<Invitation | null> {
    const link = await this.work('link', this.http.post<Invitation>(INVITATIONS_URL, { email }));
    if (link) void this.reload();
    return link ?? null;
  }

  async endSessions({ id, name }: User): Promise<boolean> {
    const isDone = (await this.work('end_sessions', this.http.delete(sessionsUrl(id)))) !== undefined;
    if (isDone) this.tell(USERS.said.signedOut(name));
    return isDone;
  }

  async remove({ id, name }: User): Promise<boolean> {
    const isDone = (await this.work('remove', this.http.delete(userUrl(id)))) !== undefined;
    if (isDone) this.tell(USERS.said.removed(name));
    return isDone;
  }

  /** Others may have changed somebody meanwhile. A failed look is ignored while there is something to show. */
  async reload(): Promise<void> {
    const page = await firstValueFrom(this.http.get<UserPage>(USERS_URL)).catch(() => null);
    if (page) this.answer.set(page);
    else if (!this.answer.hasValue()) this.answer.reload();
  }

  /** @returns the answer, which is null where there is none to read; undefined where it was not done */
  private async work<Answer>(
    name: UserWork,
    request: Observable<Answer>,
  ): Promise<Answer | null | undefined> {
    this.working.set(name);
    this.begin();
    try {
      return await firstValueFrom(request);
    } catch (error) {
      this.failure.set(problemOf(error).detail);
      return undefined;
    } finally {
      this.working.set(null);
    }
  }

  private patch({ id, view_access }: User, wanted: AccessChange): Observable<User> {
    const body = wanted.view_access ? { ...wanted, view_access_before: view_access } : wanted;
    return this.http.patch<User>(userUrl(id), body);
  }

  private async takeBack(now: User, before: User): Promise<void> {
    await firstValueFrom(this.patch(now, changesOf(now, draftOf(before))));
    await this.reload();
  }

  /** @param undo takes back what was done; null where nothing does: sessions and links do not come back */
  private tell(words: string, undo: (() => Promise<unknown>) | null = null): void {
    this.said.set(words);
    this.toasts.changed(words, undo);
    void this.reload();
  }
}
