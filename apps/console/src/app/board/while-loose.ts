import { type Signal, linkedSignal } from '@angular/core';

/**
 * What a signal says; while a card is held, what it said when the card was taken up. What comes or goes above a board
 * moves its cards away from the hand that holds one.
 */
export function whileLoose<T>(of: () => T, isHeld: () => boolean): Signal<T> {
  return linkedSignal<{ value: T; isHeld: boolean }, T>({
    source: () => ({ value: of(), isHeld: isHeld() }),
    computation: (now, before) => (now.isHeld && before ? before.value : now.value),
  }).asReadonly();
}
