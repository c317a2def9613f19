import { type Signal, computed, inject, signal } from '@angular/core';
import { columnsParameter, rememberColumns, rememberedColumns } from './base/kept-columns';
import { PageContext } from './page-context';

/** The columns of a list or table as its reader wants them. */
export interface ChosenColumns<Id extends string> {
  /** In their order. */
  columns: Signal<readonly Id[]>;
  /** Whether they are others than those of the page. */
  areOwn: Signal<boolean>;
  /** Null for those of the page again. */
  choose(columns: readonly string[] | null): void;
}

/**
 * The columns of a list or table: those of the address, so that a link shows what its sender saw, else those the reader
 * chose before, else those of the page.
 *
 * @param list its name, which no other one of the page has
 * @param standard the columns of the page
 * @param known which of some ids, each there once, it can have; in the order it shows them in
 */
export function chosenColumns<Id extends string>(
  list: () => string,
  standard: () => readonly Id[],
  known: (ids: readonly string[]) => readonly Id[],
): ChosenColumns<Id> {
  const page = inject(PageContext);
  const named = (text: string | null) => {
    const columns = known([...new Set((text ?? '').split(','))]);
    return columns.length > 0 ? columns : null;
  };
  const isStandard = (columns: readonly Id[]) => columns.join(',') === standard().join(',');

  const changed = signal(0);
  const chosen = computed(() => {
    changed();
    return named(page.parameter(columnsParameter(list()))) ?? named(rememberedColumns(page.name(), list()));
  });
  return {
    columns: computed(() => chosen() ?? standard()),
    areOwn: computed(() => {
      const columns = chosen();
      return columns !== null && !isStandard(columns);
    }),
    choose: (ids) => {
      const columns = known(ids ?? []);
      const text = isStandard(columns) ? '' : columns.join(',');
      rememberColumns(page.name(), list(), text);
      changed.update((count) => count + 1);
      page.replace({ [columnsParameter(list())]: text || null });
    },
  };
}
