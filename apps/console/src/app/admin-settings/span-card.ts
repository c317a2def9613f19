import { Component, computed, inject, input } from '@angular/core';
import type { Setting } from '@app/contracts';
import { settingLabel } from '@app/domain/settings';
import { SettingCard } from './setting-card';
import { SettingDraft } from './setting-draft';
import { SettingsStore } from './settings-store';
import { SETTINGS } from './texts';

type Span = Setting<'revenue_span'>['value'];

/** The setting for the span of revenue to date. */
@Component({
  selector: 'app-span-card',
  imports: [SettingCard],
  template: `
    <app-setting-card key="revenue_span" [state]="setting()" [draft]="draft" (save)="save()">
      <fieldset>
        <legend class="quiet">{{ texts.label }}</legend>
        @for (choice of choices; track choice) {
          <label>
            <input
              type="radio"
              name="revenue-span"
              [value]="choice"
              [checked]="draft.shown() === choice"
              (change)="draft.type(choice)"
            />
            <span>
              <b>{{ labelOf(choice) }}</b>
              <span class="quiet">{{ texts.details[choice] }}</span>
            </span>
          </label>
        }
      </fieldset>
    </app-setting-card>
  `,
  styles: `
    fieldset {
      display: grid;
      gap: var(--s-2);
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0 0 var(--s-2);
    }
    label {
      display: flex;
      align-items: start;
      gap: var(--s-2);
      min-height: 32px;
    }
    label > span {
      display: grid;
    }
    b {
      font-weight: 600;
    }
    input {
      margin-top: 4px;
    }
  `,
})
export class SpanCard {
  private readonly store = inject(SettingsStore);
  protected readonly texts = SETTINGS.span;
  protected readonly choices = ['year', 'half'] as const;
  protected readonly labelOf = (choice: Span) => settingLabel('revenue_span', choice, String);

  readonly setting = input.required<Setting<'revenue_span'>>();
  protected readonly draft = new SettingDraft<Span>(
    this.setting,
    computed(() => this.setting().value),
  );

  protected async save(): Promise<void> {
    if (await this.store.save('revenue_span', this.draft.shown(), this.draft.revision()))
      this.draft.discard();
  }
}
