import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { type DedupeRule, LONGEST_VIEW_NAME } from '@app/contracts';
import { problemOf } from '../ui/base/problem';
import { DialogHead } from '../ui/dialog/dialog-head';
import { Dialogs } from '../ui/dialog/dialogs';
import { SheetFields } from '../ui/sheet-fields';
import { ManagedViews } from './managed-views.store';
import { MANAGED } from './texts';
import { DEDUPE_RULES, type ViewDraft, changesOf, draftOf, newViewOf } from './view-draft';

/** Asks what a view is to be like: one that is made, or one that there is. */
@Component({
  selector: 'app-view-dialog',
  imports: [DialogHead, SheetFields],
  templateUrl: './view-dialog.html',
  styleUrls: ['../ui/dialog/dialog.css', './view-dialog.css'],
})
export class ViewDialog {
  private readonly store = inject(ManagedViews);
  protected readonly dialogs = inject(Dialogs);
  protected readonly texts = MANAGED.form;
  protected readonly rules = DEDUPE_RULES;
  protected readonly longest = LONGEST_VIEW_NAME;

  protected readonly view = this.store.chosen;
  protected readonly heading = computed(() => {
    const view = this.view();
    return view ? MANAGED.form.edit(view.name) : MANAGED.form.make;
  });
  private readonly stored = computed(() => {
    const view = this.view();
    return draftOf(view, view !== null && (this.store.openers().get(view.id)?.adds_up_all ?? false));
  });
  protected readonly draft = linkedSignal(() => this.stored());
  /** What a master can add up. */
  protected readonly parts = computed(() => this.store.all().filter(({ is_master }) => !is_master));
  /** People whose address may be meant. */
  protected readonly people = computed(() => [
    ...new Map(
      [...this.store.openers().values()].flatMap(({ viewers }) => viewers).map((each) => [each.email, each]),
    ).values(),
  ]);
  protected readonly changes = computed(() => changesOf(this.stored(), this.draft()));
  protected readonly canSave = computed(
    () => this.draft().name.trim() !== '' && (this.view() === null || Object.keys(this.changes()).length > 0),
  );
  protected readonly isSaving = signal(false);
  protected readonly failure = signal('');

  protected set(part: Partial<ViewDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...part }));
  }

  protected togglePart(id: string): void {
    const { parts } = this.draft();
    this.set({ parts: parts.includes(id) ? parts.filter((each) => each !== id) : [...parts, id] });
  }

  protected chooseRule(rule: DedupeRule): void {
    this.set({ dedupe: rule });
  }

  protected async save(): Promise<void> {
    if (!this.canSave() || this.isSaving()) return;
    const view = this.view();
    this.isSaving.set(true);
    this.failure.set('');
    try {
      const before = changesOf(this.draft(), this.stored());
      await (view
        ? this.store.change(view.id, this.changes(), before)
        : this.store.make(newViewOf(this.draft())));
      this.dialogs.close();
    } catch (error) {
      this.failure.set(problemOf(error).detail);
    } finally {
      this.isSaving.set(false);
    }
  }

  protected textOf({ target }: Event): string {
    return target instanceof HTMLInputElement ? target.value : '';
  }
}
