import type { Signal } from '@angular/core';
import type { Screen } from '@app/contracts';
import type { ExportQuestion } from './export/export-question';

/**
 * What the widgets of a page share: the frame of the page provides it, so that a page places them and wires nothing.
 */
export abstract class PageContext {
  /** The answer that the page draws; undefined while there is none. */
  abstract readonly answer: Signal<Screen | undefined>;
  /** View, people, period and as-of date, as a copy of numbers says them below its title. */
  abstract readonly subtitle: Signal<string>;
  /** Order of the page's table: `column`, `-column`, `label` or `-label`; empty for the order of the API. */
  abstract readonly sort: Signal<string>;
  abstract sortBy(sort: string): void;
  /** What the server is asked for a table of the page as a file, by its name; null for a table without one. */
  abstract exportOf(table: string | null): ExportQuestion | null;
}
