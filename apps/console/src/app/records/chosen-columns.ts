import { type Signal, computed, inject, signal } from '@angular/core';
import { Address } from '../session/address';
import { remember, remembered } from '../ui/base/memory';
import { type RecordColumn, isRecordColumn } from './record-columns';

/** The columns of a list as its reader wants them. */
export interface ChosenColumns {
  /** After the client, in their order. */
  columns: Signal<readonly RecordColumn[]>;
  /** Whether they are others than those of the page. */
  areOwn: Signal<boolean>;
  /** Null for those of the page again. */
  choose(columns: readonly RecordColumn[] | null): void;
}

/**
 * The columns of a list: those of the address, so that a link shows what its sender saw, else those the reader chose
 * before, else those of the page.
 *
 * @param list name of the list on its page
 */
export function chosenColumns(list: () => string, standard: () => readonly RecordColumn[]): ChosenColumns {
  const address = inject(Address);
  const parameter = () => `${list()}_columns`;
  const key = () => `columns.${address.page()}.${list()}`;
  const changed = signal(0);
  const chosen = computed(() => {
    changed();
    return columnsIn(address.parameter(parameter())) ?? columnsIn(remembered(key()));
  });
  return {
    columns: computed(() => chosen() ?? standard()),
    areOwn: computed(() => chosen() !== null),
    choose: (columns) => {
      const text = columns?.join(',') ?? '';
      remember(key(), text);
      changed.update((count) => count + 1);
      address.replace({ [parameter()]: text || null });
    },
  };
}

/** The columns that a text names; null where it names none that there is. */
export function columnsIn(text: string | null): RecordColumn[] | null {
  const columns = [...new Set((text ?? '').split(','))].filter(isRecordColumn);
  return columns.length > 0 ? columns : null;
}
