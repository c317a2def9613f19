import { Component, computed, inject, signal } from '@angular/core';
import { TOKEN_RIGHTS, type TokenRight } from '@app/contracts';
import { Views } from '../session/views';
import { DialogHead } from '../ui/dialog/dialog-head';
import { Dialogs } from '../ui/dialog/dialogs';
import { TOKENS } from './texts';
import { TokensStore } from './tokens-store';

const SPANS = [30, 90, 180, 365] as const;
const USUAL_SPAN = 90;
const LONGEST_NAME = 60;

/** Asks what a new token is for. */
@Component({
  selector: 'app-new-token-dialog',
  imports: [DialogHead],
  templateUrl: './new-token-dialog.html',
  styleUrls: ['../ui/dialog/dialog.css', './new-token-dialog.css'],
})
export class NewTokenDialog {
  protected readonly store = inject(TokensStore);
  protected readonly views = inject(Views);
  protected readonly dialogs = inject(Dialogs);
  protected readonly texts = TOKENS.form;
  protected readonly heading = TOKENS.make;
  protected readonly rights = [
    { right: TOKEN_RIGHTS[0], label: TOKENS.form.read, detail: TOKENS.form.readDetail },
    { right: TOKEN_RIGHTS[1], label: TOKENS.form.upload, detail: TOKENS.form.uploadDetail },
  ];
  protected readonly spans = SPANS;
  protected readonly longestName = LONGEST_NAME;

  protected readonly name = signal('');
  protected readonly span = signal<number>(USUAL_SPAN);
  protected readonly chosenViews = signal<readonly string[]>([]);
  protected readonly chosenRights = signal<readonly TokenRight[]>(['read']);
  protected readonly isComplete = computed(
    () => this.name().trim() !== '' && this.chosenViews().length > 0 && this.chosenRights().length > 0,
  );

  constructor() {
    this.store.refusal.set(null);
  }

  protected type({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.name.set(target.value);
  }

  protected chooseSpan({ target }: Event): void {
    if (target instanceof HTMLSelectElement) this.span.set(Number(target.value));
  }

  protected toggleView(id: string): void {
    this.chosenViews.update((ids) => toggled(ids, id));
  }

  protected toggleRight(right: TokenRight): void {
    this.chosenRights.update((rights) => toggled(rights, right));
  }

  protected async make(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.isComplete()) return;
    const wanted = {
      name: this.name().trim(),
      views: [...this.chosenViews()],
      rights: TOKEN_RIGHTS.filter((right) => this.chosenRights().includes(right)),
      expires_in_days: this.span(),
    };
    if (await this.store.make(wanted)) this.dialogs.close();
  }
}

const toggled = <Value>(values: readonly Value[], value: Value): readonly Value[] =>
  values.includes(value) ? values.filter((each) => each !== value) : [...values, value];
