import { Component, computed, inject, signal } from '@angular/core';
import { problemOf } from '../ui/base/problem';
import { DialogHead } from '../ui/dialog/dialog-head';
import { Dialogs } from '../ui/dialog/dialogs';
import { ManagedViews } from './managed-views.store';
import { MANAGED } from './texts';

/** Asks for the name of a view before it is deleted. */
@Component({
  selector: 'app-delete-dialog',
  imports: [DialogHead],
  template: `
    @if (view(); as view) {
      <app-dialog-head [heading]="texts.heading(view.name)" />
      <form (submit)="$event.preventDefault(); remove()">
        <p>{{ texts.effect }}</p>
        <label>
          <span>{{ texts.type(view.name) }}</span>
          <input
            class="field"
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            [value]="typed()"
            (input)="type($event)"
          />
        </label>
        @if (failure()) {
          <p class="bad-text" role="alert">{{ failure() }}</p>
        }
        <div class="answers">
          <button type="button" class="button" [disabled]="isDeleting()" (click)="dialogs.close()">
            {{ texts.cancel }}
          </button>
          <button type="submit" class="button danger" [disabled]="!isTyped() || isDeleting()">
            {{ isDeleting() ? texts.deleting : texts.confirm }}
          </button>
        </div>
      </form>
    }
  `,
  styles: `
    .danger:not(:disabled) {
      border-color: var(--bad);
      color: var(--bad);
    }
  `,
  styleUrls: ['../ui/dialog/dialog.css', './view-dialog.css'],
})
export class DeleteDialog {
  private readonly store = inject(ManagedViews);
  protected readonly dialogs = inject(Dialogs);
  protected readonly texts = MANAGED.delete;
  protected readonly view = this.store.chosen;
  protected readonly typed = signal('');
  protected readonly isTyped = computed(() => this.typed().trim() === this.view()?.name.trim());
  protected readonly isDeleting = signal(false);
  protected readonly failure = signal('');

  protected type({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.typed.set(target.value);
  }

  protected async remove(): Promise<void> {
    const view = this.view();
    if (!view || !this.isTyped() || this.isDeleting()) return;
    this.isDeleting.set(true);
    this.failure.set('');
    try {
      await this.store.remove(view, this.typed().trim());
      this.dialogs.close();
    } catch (error) {
      this.failure.set(problemOf(error).detail);
    } finally {
      this.isDeleting.set(false);
    }
  }
}
