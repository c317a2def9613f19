import { Component, computed, inject, input } from '@angular/core';
import type { Setting } from '@app/contracts';
import { GATE_LIMITS } from '@app/domain/settings';
import { LIMIT_KEYS, type LimitKey, readLimits, type TypedLimits, typedLimits } from './gate-draft';
import { SettingCard } from './setting-card';
import { SettingDraft } from './setting-draft';
import { SettingsStore } from './settings-store';
import { SETTINGS } from './texts';

/** The limits beyond which an import waits for somebody to look at it. */
@Component({
  selector: 'app-gate-card',
  imports: [SettingCard],
  template: `
    <app-setting-card
      key="refresh_gate"
      [state]="setting()"
      [draft]="draft"
      [canSave]="read().limits !== null"
      (save)="save()"
    >
      <p class="quiet">{{ texts.detail }}</p>
      @for (key of keys; track key) {
        <label>
          <span>{{ labels[key] }}</span>
          <span class="amount">
            <span class="quiet">{{ texts.over }}</span>
            <input
              class="field"
              inputmode="decimal"
              autocomplete="off"
              [attr.aria-label]="texts.label(labels[key])"
              [attr.aria-invalid]="read().faulty.includes(key) ? true : null"
              [value]="draft.shown()[key]"
              (input)="type(key, $event)"
            />
            <span class="quiet">{{ texts.unit }}</span>
          </span>
        </label>
      }
      @if (draft.isDirty()) {
        @for (key of read().faulty; track key) {
          <p class="bad-text" role="alert">{{ texts.fault(labels[key]) }}</p>
        }
      }
    </app-setting-card>
  `,
  styleUrl: './setting-line.css',
})
export class GateCard {
  private readonly store = inject(SettingsStore);
  protected readonly texts = SETTINGS.gate;
  protected readonly labels = GATE_LIMITS;
  protected readonly keys = LIMIT_KEYS;

  readonly setting = input.required<Setting<'refresh_gate'>>();
  protected readonly draft = new SettingDraft<TypedLimits>(
    this.setting,
    computed(() => typedLimits(this.setting().value)),
  );
  protected readonly read = computed(() => readLimits(this.draft.shown()));

  protected type(key: LimitKey, event: Event): void {
    this.draft.type({ ...this.draft.shown(), [key]: (event.target as HTMLInputElement).value });
  }

  protected async save(): Promise<void> {
    const { limits } = this.read();
    if (limits && (await this.store.save('refresh_gate', limits, this.draft.revision())))
      this.draft.discard();
  }
}
