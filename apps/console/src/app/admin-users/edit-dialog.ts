import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { type Invitation, type User, whyNot } from '@app/contracts';
import { Formats } from '../ui/base/formats';
import { DialogHead } from '../ui/dialog/dialog-head';
import { Dialogs } from '../ui/dialog/dialogs';
import { AccessFields } from './access-fields';
import { LinkBox } from './link-box';
import { USERS } from './texts';
import { type AccessChange, changesOf, draftOf } from './user-draft';
import { UsersStore } from './users-store';

/** What is done to somebody: change, let in by a link, sign out, remove. */
@Component({
  selector: 'app-edit-user-dialog',
  imports: [AccessFields, DialogHead, LinkBox],
  templateUrl: './edit-dialog.html',
  styleUrls: ['../ui/dialog/dialog.css', './user-dialog.css'],
})
export class EditDialog {
  private readonly formats = inject(Formats);
  protected readonly store = inject(UsersStore);
  protected readonly dialogs = inject(Dialogs);
  protected readonly texts = USERS;

  protected readonly user = this.store.edited;
  /** What is chosen; what somebody else changes meanwhile comes in. */
  protected readonly draft = linkedSignal({
    source: this.user,
    computation: (user: User | null) => draftOf(user ?? { role: 'viewer', view_access: [] }),
  });
  private readonly changes = computed((): AccessChange => {
    const user = this.user();
    return user ? changesOf(user, this.draft()) : {};
  });
  protected readonly hasChanges = computed(() => Object.keys(this.changes()).length > 0);
  protected readonly isBusy = computed(() => this.store.working() !== null);
  protected readonly link = signal<Invitation | null>(null);
  protected readonly isAsking = signal(false);

  protected readonly reasons = computed(() => {
    const user = this.user();
    return (
      user && {
        role: whyNot('change_role', user),
        link: whyNot('invite', user),
        remove: whyNot('remove', user),
      }
    );
  });

  protected sessionsOf({ sessions }: User): string {
    const { some, none } = USERS.sessions;
    return sessions === 0 ? none : some(this.formats.count(sessions), sessions === 1);
  }

  protected linkOf({ link_expires_at }: User): string {
    return link_expires_at === null ? '' : USERS.link.waits(this.formats.at(link_expires_at));
  }

  protected async save(user: User): Promise<void> {
    if (await this.store.change(user, this.changes())) this.dialogs.close();
  }

  protected async makeLink({ email }: User): Promise<void> {
    this.link.set(await this.store.link(email));
  }

  protected async remove(user: User): Promise<void> {
    if (await this.store.remove(user)) this.dialogs.close();
  }
}
