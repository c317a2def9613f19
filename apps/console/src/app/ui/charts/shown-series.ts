import { type Signal, linkedSignal } from '@angular/core';
import { remember, remembered } from '../base/memory';

/** A series that a reader can turn on and off. */
export interface SwitchedSeries {
  /** Id of its column. */
  column: string;
  /** Hidden by default. */
  isOff?: boolean;
}

/** Which series of a chart are shown. */
export interface ShownSeries {
  columns: Signal<ReadonlySet<string>>;
  toggle(column: string): void;
}

/** The user's last choice, else the series shown by default; stored under the chart's name. */
export function shownSeries(chart: () => string, series: () => readonly SwitchedSeries[]): ShownSeries {
  const columns = linkedSignal((): ReadonlySet<string> => {
    const choices = rememberedChoices(chart());
    const shown = series().filter(({ column, isOff }) => choices[column] ?? !isOff);
    return new Set(shown.map(({ column }) => column));
  });
  return {
    columns: columns.asReadonly(),
    toggle: (column) => {
      const shown = new Set(columns());
      const isShown = !shown.delete(column);
      if (isShown) shown.add(column);
      remember(keyOf(chart()), JSON.stringify({ ...rememberedChoices(chart()), [column]: isShown }));
      columns.set(shown);
    },
  };
}

const keyOf = (chart: string) => `chart.${chart}.series`;

function rememberedChoices(chart: string): Partial<Record<string, boolean>> {
  try {
    const stored: unknown = JSON.parse(remembered(keyOf(chart)) ?? '{}');
    const entries = typeof stored === 'object' && stored ? Object.entries(stored) : [];
    return Object.fromEntries(entries.map(([column, isShown]) => [column, isShown === true]));
  } catch {
    return {};
  }
}
