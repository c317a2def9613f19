import { Component, computed, inject, input, output } from '@angular/core';
import { Icon } from '../ui/icon/icon';
import { Formats } from '../ui/base/formats';
import { AmountField } from './amount-field';
import { pastedGrid } from './entered';
import { currencySign, fieldLabel, originLabel, replacedLabel, seenOnLabel, valueLabel } from './row-labels';
import { type TargetRow, written } from './rows';
import type { StoredKey } from './stored';
import { TARGETS } from './texts';

/** A target in the form: its value, the value over the period, its origin and errors. */
@Component({
  selector: 'tr[app-target-row]',
  imports: [AmountField, Icon],
  templateUrl: './target-row.html',
  styleUrl: './target-row.css',
  host: { '[class.open]': 'needsRoom()' },
})
export class TargetRowCells {
  protected readonly formats = inject(Formats);
  protected readonly texts = TARGETS;

  readonly row = input.required<TargetRow>();
  readonly isMaster = input.required<boolean>();
  readonly hasOrigin = input(true);
  /** Each row is a month: the unit is said by its name, and the period cuts hardly any of them. */
  readonly isByMonth = input(false);
  /** Such as `Over H2 2026`: on a phone it stands beside the number. */
  readonly overLabel = input('');
  /** Who changed the target meanwhile, where somebody did. */
  readonly by = input('');
  readonly typed = output<string>();
  readonly pasted = output<string[]>();
  readonly keepMine = output();
  readonly takeTheirs = output();

  protected readonly name = computed(() => fieldLabel(this.formats, this.row().field.id));
  protected readonly seenOn = computed(() => seenOnLabel(this.row().field.id));
  protected readonly noteId = computed(() => `note-${this.row().field.id.replace('.', '-')}`);
  protected readonly origin = computed(() => originLabel(this.row(), this.isMaster()));
  /** What is wrong stands below the field; nothing else makes a row higher, nor moves its field. */
  protected readonly needsRoom = computed(() => this.row().fault !== null || this.row().conflict !== null);
  /** The value in force while the field is empty. */
  protected readonly placeholder = computed(() => {
    const { effective, field, isOwn } = this.row();
    if (isOwn || effective.value === null) return '';
    return field.unit === 'money'
      ? written(Math.round(effective.value))
      : this.formats.count(effective.value);
  });
  protected readonly sign = computed(() =>
    this.row().field.unit === 'money' ? currencySign(this.formats) : null,
  );
  protected readonly signed = computed(() => {
    const { difference, field } = this.row();
    const written = this.formats.long(difference, field.unit);
    return difference !== null && difference > 0 ? `+${written}` : written;
  });

  protected words(value: unknown): string {
    return valueLabel(this.formats, this.row().field.home, value);
  }

  protected replaced(key: StoredKey): string {
    return replacedLabel(this.formats, this.row().field.id, key);
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected paste(event: ClipboardEvent): void {
    const cells = pastedGrid(event.clipboardData?.getData('text/plain') ?? '')?.flat();
    if (!cells) return;
    event.preventDefault();
    this.pasted.emit(cells);
  }
}
