import { Component, computed, inject, input } from '@angular/core';
import type { Setting } from '@app/contracts';
import { Formats } from '../ui/base/formats';
import { type NumberKey, readNumber } from './number-draft';
import { SettingCard } from './setting-card';
import { SettingDraft } from './setting-draft';
import { SettingsStore } from './settings-store';
import { SETTINGS } from './texts';

/** A setting that is one whole number: rows of a sheet, days of history. */
@Component({
  selector: 'app-number-card',
  imports: [SettingCard],
  template: `
    <app-setting-card
      [key]="key()"
      [state]="setting()"
      [draft]="draft"
      [canSave]="read().value !== null"
      (save)="save()"
    >
      <p class="quiet">{{ texts().detail }}</p>
      <label class="alone">
        <span>{{ texts().label }}</span>
        <span class="amount">
          <input
            class="field long"
            inputmode="numeric"
            autocomplete="off"
            [attr.aria-label]="texts().field"
            [attr.aria-invalid]="read().value === null ? true : null"
            [value]="draft.shown()"
            (input)="type($event)"
          />
          <span class="quiet">{{ texts().unit }}</span>
        </span>
      </label>
      @if (draft.isDirty()) {
        @for (fault of read().faults; track fault) {
          <p class="bad-text" role="alert">{{ fault }}</p>
        }
        @if (isLess()) {
          <p class="caution" role="status">{{ texts().less }}</p>
        }
      }
    </app-setting-card>
  `,
  styleUrl: './setting-line.css',
})
export class NumberCard {
  private readonly store = inject(SettingsStore);
  private readonly formats = inject(Formats);

  readonly key = input.required<NumberKey>();
  readonly setting = input.required<Setting<NumberKey>>();
  protected readonly texts = computed(() => SETTINGS.numbers[this.key()]);
  protected readonly draft = new SettingDraft<string>(
    this.setting,
    computed(() => this.formats.count(this.setting().value)),
  );
  protected readonly read = computed(() => readNumber(this.key(), this.draft.shown()));
  protected readonly isLess = computed(() => (this.read().value ?? Infinity) < this.setting().value);

  protected type(event: Event): void {
    this.draft.type((event.target as HTMLInputElement).value);
  }

  protected async save(): Promise<void> {
    const { value } = this.read();
    if (value !== null && (await this.store.save(this.key(), value, this.draft.revision())))
      this.draft.discard();
  }
}
