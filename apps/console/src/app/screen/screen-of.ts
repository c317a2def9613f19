import { httpResource } from '@angular/common/http';
import { type Signal, computed, effect, inject } from '@angular/core';
import type { Screen } from '@app/contracts';
import { DataChanges } from '../session/data-changes';
import { Address } from '../session/address';
import { DealFilters } from '../session/deal-filters';
import { QuestionScope } from '../session/question-scope';
import { subtitleOf, undatedSubtitle } from '../ui/copy/subtitle';
import type { ExportQuestion } from '../ui/export/export-question';
import { Formats } from '../ui/base/formats';
import { type Latest, latestOf } from '../ui/base/latest';
import { PATHS, exportUrl, viewUrl } from '../session/api';

/** The answer that a page shows. */
export interface ScreenAnswer<T extends Screen = Screen> extends Latest<T> {
  /** The answer if there is something to show: undefined while loading, and where the view or its filters have no record. */
  shown: Signal<T | undefined>;
  /** The export of a table of the screen, such as `months`. */
  exportOf(table: string): ExportQuestion;
  /** View, filters, period and as-of date of the answer, for copied numbers. */
  subtitle: Signal<string>;
  /** The same without the period, for numbers of what is open now. */
  undated: Signal<string>;
}

/** Loads a screen for the view, period and filters of the address, and again when there is newer data. */
export function screenOf<T extends Screen>(name: string): ScreenAnswer<T> {
  const address = inject(Address);
  const scope = inject(QuestionScope);
  const changes = inject(DataChanges);
  const formats = inject(Formats);
  const filters = inject(DealFilters);
  const url = () => viewUrl(address.viewId() ?? '', PATHS.screen(name));
  const answer = httpResource<T>(() => {
    changes.version(); // newer data is asked for again
    if (!address.viewId() || !address.hasPeriod()) return undefined;
    return { url: url(), params: scope.ofScreen() };
  });
  const latest = latestOf(answer, () => address.viewId());
  effect(() => {
    const screen = latest.data();
    if (screen) changes.seen(screen.view_id, screen.revision);
  });
  const shown = computed(() => {
    const screen = latest.data();
    return screen && screen.matching_count > 0 ? screen : undefined;
  });
  /** @param words of an answer */
  const about = (words: typeof subtitleOf | typeof undatedSubtitle) => () => {
    const screen = shown();
    if (!screen) return '';
    return words([address.view()?.name ?? '', ...filters.words()].join(' · '), screen, formats);
  };
  return {
    ...latest,
    shown,
    exportOf: (table) => ({
      url: exportUrl(url()),
      params: { ...scope.ofScreen(), table },
    }),
    subtitle: computed(about(subtitleOf)),
    undated: computed(about(undatedSubtitle)),
  };
}
