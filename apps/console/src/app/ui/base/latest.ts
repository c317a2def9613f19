import { type Resource, type Signal, computed, effect, inject, linkedSignal, untracked } from '@angular/core';
import { Connection } from './connection';
import { type ShownProblem, problemOf } from './problem';

/** A resource as a page reads it: the last answer stays visible while the next one loads. */
export interface Latest<T> {
  /** Undefined until the first answer about this subject. */
  data: Signal<T | undefined>;
  problem: Signal<ShownProblem | null>;
  /** True while a newer answer is awaited and `data` still shows an older one. */
  isStale: Signal<boolean>;
  reload(): void;
}

/**
 * Keeps the last value of a resource while it loads anew, so that changing the period does not blank the page. What got
 * no answer is asked for again once the server can be reached. In an injection context.
 *
 * @param subject what the answers belong to, such as a view: the answer for another one is never kept
 */
export function latestOf<T>(
  resource: Resource<T | undefined> & { reload(): boolean },
  subject: () => unknown,
): Latest<T> {
  const data = linkedSignal<{ subject: unknown; value: T | undefined; failed: boolean }, T | undefined>({
    source: () => ({
      subject: subject(),
      value: resource.hasValue() ? resource.value() : undefined,
      failed: resource.status() === 'error',
    }),
    computation: (now, before) => {
      if (now.value !== undefined || now.failed) return now.value;
      return before && before.source.subject === now.subject ? before.value : undefined;
    },
  });
  const problem = computed(() => (resource.status() === 'error' ? problemOf(resource.error()) : null));
  const { returned } = inject(Connection);
  effect(() => {
    if (returned() > 0) untracked(() => problem()?.status === 0 && resource.reload());
  });
  return {
    data,
    problem,
    isStale: computed(() => resource.isLoading() && data() !== undefined),
    reload: () => void resource.reload(),
  };
}
