import { HttpClient } from '@angular/common/http';
import { DestroyRef, type Signal, effect, inject, signal, untracked } from '@angular/core';
import type { Page } from '@app/contracts';
import type { Subscription } from 'rxjs';
import { type ShownProblem, problemOf } from '../ui/base/problem';
import type { Question } from './questions';
import { ReadNow } from './read-now';

/** A list that is loaded page by page, such as while scrolling. */
export interface ListPages<Item> {
  items: Signal<readonly Item[]>;
  /** How many items the whole list has; null until the first answer. */
  total: Signal<number | null>;
  isLoading: Signal<boolean>;
  problem: Signal<ShownProblem | null>;
  /** Loads the next page, if there is one and none is loading. */
  more(): void;
  /** Reads on at once, until there are so many items, the list ends, or nothing can be read: for paper. */
  readNow(most: number): void;
  retry(): void;
}

/** Items that the API answers at once. */
const MOST_AT_ONCE = 500;

/**
 * Loads a list page by page. Null loads nothing; a new question starts over and cancels the previous one.
 *
 * @param size items a page
 */
export function listPages<Item>(question: () => Question | null, size: number): ListPages<Item> {
  const http = inject(HttpClient);
  const now = inject(ReadNow);
  const items = signal<readonly Item[]>([]);
  const total = signal<number | null>(null);
  const isLoading = signal(false);
  const problem = signal<ShownProblem | null>(null);
  let cursor: string | null = null;
  let current: Question | null = null;
  let running: Subscription | undefined;

  const paramsOf = (question: Question, limit: number) => ({
    ...question.params,
    limit: String(limit),
    ...(cursor ? { cursor } : {}),
  });
  const take = (page: Page<Item>) => {
    items.update((before) => (cursor ? [...before, ...page.items] : page.items));
    total.set(page.total);
    cursor = page.next_cursor;
    isLoading.set(false);
  };
  const read = () => {
    if (!current) return;
    isLoading.set(true);
    problem.set(null);
    running = http.get<Page<Item>>(current.url, { params: paramsOf(current, size) }).subscribe({
      next: take,
      error: (error: unknown) => {
        problem.set(problemOf(error));
        isLoading.set(false);
      },
    });
  };

  effect(() => {
    current = question();
    untracked(() => {
      running?.unsubscribe();
      cursor = null;
      read();
    });
  });
  inject(DestroyRef).onDestroy(() => running?.unsubscribe());

  return {
    items: items.asReadonly(),
    total: total.asReadonly(),
    isLoading: isLoading.asReadonly(),
    problem: problem.asReadonly(),
    more: () => {
      if (cursor && !isLoading()) read();
    },
    readNow: (most) => {
      while (current && cursor && items().length < most) {
        running?.unsubscribe();
        const limit = Math.min(MOST_AT_ONCE, most - items().length);
        const page = now.answer({ url: current.url, params: paramsOf(current, limit) }) as Page<Item> | null;
        isLoading.set(false);
        if (!page) return;
        take(page);
      }
    },
    retry: () => {
      cursor = null; // data may have changed under the pages already read
      read();
    },
  };
}
