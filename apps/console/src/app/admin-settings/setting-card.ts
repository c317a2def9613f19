import { Component, computed, inject, input, output, signal } from '@angular/core';
import type { SettingKey, SettingState } from '@app/contracts';
import { SETTING_KINDS } from '@app/domain/settings';
import { Formats } from '../ui/base/formats';
import { ProblemNotice } from '../ui/problem-notice';
import type { SettingDraft } from './setting-draft';
import { SettingsStore } from './settings-store';
import { SETTINGS } from './texts';
import { CardHead } from '../ui/card-head';

/** The card of a setting: last change, unsaved mark, save, discard and reset. */
@Component({
  selector: 'app-setting-card',
  imports: [CardHead, ProblemNotice],
  host: { class: 'card' },
  templateUrl: './setting-card.html',
  styleUrl: './setting-card.css',
})
export class SettingCard {
  private readonly formats = inject(Formats);
  private readonly store = inject(SettingsStore);
  protected readonly texts = SETTINGS;

  readonly key = input.required<SettingKey>();
  protected readonly heading = computed(() => SETTING_KINDS[this.key()].label);
  readonly state = input.required<SettingState>();
  readonly draft = input.required<SettingDraft<unknown>>();
  readonly canSave = input(true);
  readonly save = output();

  protected readonly isResetting = signal(false);
  protected readonly isSaving = computed(() => this.store.saving() === this.key());
  protected readonly problem = computed(() => this.store.refusals()[this.key()] ?? null);
  protected readonly changed = computed(() => {
    const { updated_at, updated_by } = this.state();
    return updated_at ? SETTINGS.changed(this.formats.at(updated_at), updated_by ?? SETTINGS.somebody) : null;
  });
  protected readonly who = computed(() => this.state().updated_by ?? SETTINGS.somebody);

  protected async reset(): Promise<void> {
    if (await this.store.save(this.key(), null, this.state().revision)) this.draft().discard();
    this.isResetting.set(false);
  }
}
