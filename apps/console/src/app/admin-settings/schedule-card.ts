import { Component, computed, inject, input, signal } from '@angular/core';
import { Icon } from '../ui/icon/icon';
import type { Setting } from '@app/contracts';
import { Formats } from '../ui/base/formats';
import { readSchedule, type TypedSchedule, typedSchedule } from './schedule-draft';
import { SettingCard } from './setting-card';
import { SettingDraft } from './setting-draft';
import { SettingsStore } from './settings-store';
import { SETTINGS } from './texts';

/** The times of day at which the sheets of views are fetched by themselves. */
@Component({
  selector: 'app-schedule-card',
  imports: [Icon, SettingCard],
  templateUrl: './schedule-card.html',
  styleUrl: './schedule-card.css',
})
export class ScheduleCard {
  private readonly store = inject(SettingsStore);
  protected readonly formats = inject(Formats);
  protected readonly texts = SETTINGS.schedule;

  readonly setting = input.required<Setting<'refresh_schedule'>>();
  protected readonly draft = new SettingDraft<TypedSchedule>(
    this.setting,
    computed(() => typedSchedule(this.setting().value)),
  );
  protected readonly read = computed(() => readSchedule(this.draft.shown()));
  /** False while a time is being typed: half a time is no fault yet. */
  protected readonly isTyped = signal(true);
  protected readonly faults = computed(() =>
    this.isTyped() && this.draft.isDirty() ? this.read().faults : [],
  );

  protected type(event: Event): void {
    this.isTyped.set(false);
    this.draft.type({ ...this.draft.shown(), added: (event.target as HTMLInputElement).value });
  }

  protected add(): void {
    this.isTyped.set(true);
    const { value } = this.read();
    if (value) this.draft.type(typedSchedule(value));
  }

  protected remove(time: string): void {
    const { times, added } = this.draft.shown();
    this.draft.type({ times: times.filter((each) => each !== time), added });
  }

  protected async save(): Promise<void> {
    const { value } = this.read();
    if (value && (await this.store.save('refresh_schedule', value, this.draft.revision())))
      this.draft.discard();
  }
}
