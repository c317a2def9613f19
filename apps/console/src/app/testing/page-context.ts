import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Screen } from '@app/contracts';
import { PageContext } from '../ui/page-context';

/** A page for a widget under test. */
export class FakePage implements PageContext {
  readonly answer = signal<Screen | undefined>(undefined);
  readonly subtitle = signal('Organic');
  readonly undated = signal('Organic, now');
  readonly name = signal('attended');
  readonly sort = signal('');
  /** Those of its address. */
  readonly parameters = signal<Readonly<Record<string, string | null>>>({});
  /** All sort orders that the widget requested. */
  readonly sorts: string[] = [];

  sortBy(sort: string): void {
    this.sorts.push(sort);
    this.sort.set(sort);
  }

  parameter(name: string): string | null {
    return this.parameters()[name] ?? null;
  }

  replace(parameters: Readonly<Record<string, string | null>>): void {
    this.parameters.update((before) => ({ ...before, ...parameters }));
  }

  exportOf(table: string | null) {
    return table === null
      ? null
      : { url: '/api/views/organic/screens/meetings-attended/export', params: { table } };
  }
}

/** Provides a page to the widgets of a test. */
export function fakePage(): FakePage {
  const page = new FakePage();
  TestBed.configureTestingModule({ providers: [{ provide: PageContext, useValue: page }] });
  return page;
}
