import { Component, inject, linkedSignal, resource, signal } from '@angular/core';
import type { Invitation, User } from '@app/contracts';
import { Session } from '../session/session';
import { DialogHead } from '../ui/dialog/dialog-head';
import { Dialogs } from '../ui/dialog/dialogs';
import { AccessFields } from './access-fields';
import { LinkBox } from './link-box';
import { USERS } from './texts';
import type { AccessDraft } from './user-draft';
import { UsersStore } from './users-store';

/** Nothing that the API takes is refused by it. */
const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Adds somebody; where they have no account at Google, with a link to sign in by. */
@Component({
  selector: 'app-add-user-dialog',
  imports: [AccessFields, DialogHead, LinkBox],
  template: `
    <app-dialog-head [heading]="added()?.name ?? texts.heading" />
    @if (link(); as link) {
      <app-link-box [link]="link" [name]="link.email" />
      <div class="answers">
        <button type="button" class="button" (click)="dialogs.close()">{{ linkTexts.done }}</button>
      </div>
    } @else {
      <form novalidate (submit)="$event.preventDefault(); add()">
        <label class="line">
          <span>{{ form.email }}</span>
          <input
            class="field"
            type="email"
            cdkFocusInitial
            name="email"
            autocomplete="off"
            required
            aria-describedby="email-hint"
            [attr.aria-invalid]="isWrong() ? true : null"
            [value]="email()"
            (input)="enter($any($event.target).value)"
          />
        </label>
        @if (isWrong()) {
          <p id="email-hint" class="bad-text hint" role="alert">{{ form.emailWrong }}</p>
        } @else {
          <p id="email-hint" class="quiet hint">{{ form.emailHint }}</p>
        }
        <label class="line">
          <span>{{ form.name }}</span>
          <input
            class="field"
            name="name"
            autocomplete="off"
            aria-describedby="name-hint"
            [value]="name()"
            (input)="name.set($any($event.target).value)"
          />
        </label>
        <p id="name-hint" class="quiet hint">{{ form.nameHint }}</p>
        <app-access-fields [(draft)]="draft" />
        <label class="with-link">
          <input type="checkbox" [checked]="withLink()" (change)="withLink.set(!withLink())" />
          <span>
            <b>{{ form.withLink }}</b>
            <span class="quiet">{{ form.withLinkHint }}</span>
          </span>
        </label>
        @if (store.failure()) {
          <p class="bad-text" role="alert">{{ store.failure() }}</p>
        }
        <div class="answers">
          <button type="button" class="button" (click)="dialogs.close()">{{ form.cancel }}</button>
          <button
            type="submit"
            class="button primary"
            [disabled]="email().trim() === '' || store.working() !== null"
          >
            {{ store.working() ? texts.adding : texts.submit }}
          </button>
        </div>
      </form>
    }
  `,
  styleUrls: ['../ui/dialog/dialog.css', './user-dialog.css'],
})
export class AddDialog {
  private readonly session = inject(Session);
  protected readonly store = inject(UsersStore);
  protected readonly dialogs = inject(Dialogs);
  protected readonly texts = USERS.addDialog;
  protected readonly form = USERS.form;
  protected readonly linkTexts = USERS.link;

  private readonly ways = resource({ loader: () => this.session.config() });
  protected readonly email = signal('');
  /** What was to be added is no address. */
  protected readonly isWrong = signal(false);
  protected readonly name = signal('');
  protected readonly draft = signal<AccessDraft>({ role: 'viewer', views: [] });
  /** Without Google there is no other way in. */
  protected readonly withLink = linkedSignal(() => this.ways.hasValue() && !this.ways.value().google);
  protected readonly added = signal<User | null>(null);
  protected readonly link = signal<Invitation | null>(null);

  protected enter(email: string): void {
    this.email.set(email);
    this.isWrong.set(false);
  }

  /** Who was added already, and has no link yet, is not added again. */
  protected async add(): Promise<void> {
    const [email, name] = [this.email().trim(), this.name().trim()];
    this.isWrong.set(!ADDRESS.test(email));
    if (this.isWrong()) return;
    const { role, views } = this.draft();
    const wanted = { email, role, view_access: [...views], ...(name !== '' && { name }) };
    const user = this.added() ?? (await this.store.add(wanted));
    if (!user) return;
    this.added.set(user);
    if (!this.withLink()) this.dialogs.close();
    else this.link.set(await this.store.link(user.email));
  }
}
