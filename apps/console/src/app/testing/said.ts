import { TestBed } from '@angular/core/testing';
import { Toasts } from '../ui/toast/toasts';

/** What the messages at the bottom of the page say now, the oldest first. */
export const said = (): string[] =>
  TestBed.inject(Toasts)
    .shown()
    .map(({ text }) => text);

/** Takes back the newest change that can be. */
export const undo = (): void => TestBed.inject(Toasts).undoLast();
