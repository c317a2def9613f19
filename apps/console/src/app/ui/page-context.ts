import type { Signal } from '@angular/core';
import type { Screen } from '@app/contracts';
import type { ExportQuestion } from './export/export-question';

/**
 * What the widgets of a page share. The page's frame provides it, so that a page places widgets without wiring them.
 */
export abstract class PageContext {
  /** The answer that the page shows; undefined until it arrives. */
  abstract readonly answer: Signal<Screen | undefined>;
  /** View, people, period and as-of date: the subtitle of copied numbers. */
  abstract readonly subtitle: Signal<string>;
  /** The same without the period: the subtitle of what is open now, whatever the period. */
  abstract readonly undated: Signal<string>;
  /** Order of the page's table: `column`, `-column`, `label` or `-label`; empty for the order of the API. */
  abstract readonly sort: Signal<string>;
  abstract sortBy(sort: string): void;
  /** The export of a table of the page, by the table's name; null for a table without one. */
  abstract exportOf(table: string | null): ExportQuestion | null;
  /** What the page is called among the others: what was chosen on it is remembered under that. */
  abstract readonly name: Signal<string>;
  /** A parameter of its address; null without it. */
  abstract parameter(name: string): string | null;
  /** Sets parameters of its address, or removes those that are null, without a new history entry. */
  abstract replace(parameters: Readonly<Record<string, string | null>>): void;
}
