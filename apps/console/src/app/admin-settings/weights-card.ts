import { Component, computed, inject, input, signal } from '@angular/core';
import { Icon } from '../ui/icon/icon';
import type { Setting } from '@app/contracts';
import { SETTING_KINDS } from '@app/domain/settings';
import { SOURCES, STAGES } from '@app/domain/normalise';
import { WeightTable } from '../ui/weight-table';
import { SettingCard } from './setting-card';
import { SettingDraft } from './setting-draft';
import { SettingsStore } from './settings-store';
import { SETTINGS } from './texts';
import { type TypedWeight, readWeights, typedWeights } from './weight-draft';
import { WeightsEffectPanel } from './weights-effect';

const NUMBERS = [
  { field: 'weight', inputmode: 'decimal' },
  { field: 'days', inputmode: 'numeric' },
  { field: 'later', inputmode: 'decimal' },
] as const;

/** The weight table, read-only or edited with a preview of the effect. */
@Component({
  selector: 'app-weights-card',
  imports: [Icon, SettingCard, WeightTable, WeightsEffectPanel],
  host: { '[class.editing]': 'isEditing()' },
  templateUrl: './weights-card.html',
  styleUrl: './weights-card.css',
})
export class WeightsCard {
  private readonly store = inject(SettingsStore);
  protected readonly texts = SETTINGS.weights;
  protected readonly label = SETTING_KINDS.weights.label;
  protected readonly numbers = NUMBERS;
  protected readonly stages = STAGES.values;
  protected readonly sources = ['any', ...SOURCES.values];

  readonly setting = input.required<Setting<'weights'>>();
  protected readonly draft = new SettingDraft<TypedWeight[]>(
    this.setting,
    computed(() => typedWeights(this.setting().value)),
  );
  private readonly isOpened = signal(false);
  protected readonly isEditing = computed(() => this.isOpened() || this.draft.isDirty());
  protected readonly read = computed(() => readWeights(this.draft.shown()));
  /** The edited table; null while unchanged or invalid. */
  protected readonly tried = computed(() => (this.draft.isDirty() ? this.read().table : null));

  protected edit(): void {
    this.isOpened.update((isOpened) => !isOpened);
  }

  protected change(at: number, field: keyof TypedWeight, { target }: Event): void {
    const { value } = target as HTMLInputElement | HTMLSelectElement;
    this.draft.type(this.draft.shown().map((row, each) => (each === at ? { ...row, [field]: value } : row)));
  }

  protected add(): void {
    const last = this.draft.shown().at(-1);
    const stage = last?.stage ?? this.stages[0] ?? '';
    this.draft.type([...this.draft.shown(), { stage, source: '', weight: '', days: '', later: '' }]);
  }

  protected remove(at: number): void {
    this.draft.type(this.draft.shown().filter((_, each) => each !== at));
  }

  protected faultsOf(at: number): string[] {
    return this.draft.isDirty() ? (this.read().faults.get(at) ?? []) : [];
  }

  protected async save(): Promise<void> {
    const { table } = this.read();
    if (table && (await this.store.save('weights', table, this.draft.revision()))) {
      this.draft.discard();
      this.isOpened.set(false);
    }
  }
}
