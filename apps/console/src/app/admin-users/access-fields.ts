import { Component, computed, inject, input, model } from '@angular/core';
import type { Role } from '@app/contracts';
import { USERS } from './texts';
import { type AccessDraft, withView } from './user-draft';
import { UsersStore } from './users-store';

/** Role and views of somebody. */
@Component({
  selector: 'app-access-fields',
  template: `
    <fieldset [attr.aria-describedby]="whyNotRole() ? 'why-not-role' : null">
      <legend>{{ texts.role }}</legend>
      @for (role of roles; track role) {
        <label class="choice">
          <input
            type="radio"
            name="role"
            [value]="role"
            [checked]="draft().role === role"
            [disabled]="whyNotRole() !== null"
            (change)="choose(role)"
          />
          <span>
            <b>{{ roleNames[role] }}</b>
            <span class="quiet">{{ texts.roles[role] }}</span>
          </span>
        </label>
      }
      @if (whyNotRole(); as reason) {
        <p id="why-not-role" class="quiet note">{{ reason }}</p>
      }
    </fieldset>
    <fieldset>
      <legend>{{ texts.views }}</legend>
      @if (draft().role === 'super_admin') {
        <p class="quiet">{{ texts.viewsOfAdmin }}</p>
      }
      <div class="views">
        @for (name of offered(); track name) {
          <label class="choice">
            <input
              type="checkbox"
              [checked]="draft().views.includes(name)"
              (change)="toggle(name, $any($event.target).checked)"
            />
            <span>
              <span [class.gone]="isGone(name)">{{ name }}</span>
              @if (isGone(name)) {
                <span class="quiet">{{ texts.isGone }}</span>
              }
            </span>
          </label>
        }
      </div>
      @if (hint(); as hint) {
        <p class="quiet note" aria-live="polite">{{ hint }}</p>
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      margin: 0 0 var(--s-4);
      padding: 0;
      border: 0;
      min-width: 0;
    }
    legend {
      padding: 0;
      margin-bottom: var(--s-1);
      font: var(--t-strong);
    }
    .choice {
      display: flex;
      align-items: start;
      gap: var(--s-2);
      min-height: 32px;
      padding: var(--s-1) 0;
    }
    .choice > span {
      display: grid;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    input {
      flex: none;
      width: 16px;
      height: 16px;
      margin: 2px 0 0;
    }
    b {
      font-weight: 500;
    }
    .views {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(168px, 1fr));
      gap: 0 var(--s-4);
    }
    .gone {
      text-decoration: line-through;
    }
    .note {
      margin-top: var(--s-1);
    }
  `,
})
export class AccessFields {
  private readonly store = inject(UsersStore);
  protected readonly texts = USERS.form;
  protected readonly roleNames = USERS.role;
  protected readonly roles: readonly Role[] = ['viewer', 'super_admin'];

  readonly draft = model.required<AccessDraft>();
  /** Names that were chosen when the form was opened; those of views that are gone stay on offer to be let go. */
  readonly stored = input<readonly string[]>([]);
  readonly whyNotRole = input<string | null>(null);

  protected readonly offered = computed(() => [
    ...this.store.viewNames(),
    ...this.stored().filter((name) => this.isGone(name)),
  ]);
  protected readonly hint = computed(() => {
    const { role, views } = this.draft();
    if (role === 'super_admin') return '';
    if (views.length === 0) return this.texts.noViews(this.store.defaultView());
    return views.includes('Master') ? this.texts.master : '';
  });

  protected isGone(name: string): boolean {
    return !this.store.viewNames().includes(name);
  }

  protected choose(role: Role): void {
    this.draft.update((draft) => ({ ...draft, role }));
  }

  protected toggle(name: string, isChosen: boolean): void {
    this.draft.update((draft) => withView(draft, name, isChosen));
  }
}
