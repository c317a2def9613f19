import { Service, inject, signal } from '@angular/core';
import { Connection } from '../base/connection';
import { problemOf } from '../base/problem';
import { TOAST } from './texts';

/** What is said at the bottom of the page, for a while, wherever the reader is. */
export interface Message {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => unknown };
  /** Whether the action takes back what was done, which the key `u` does as well. */
  readonly isUndo?: boolean;
  readonly isProblem?: boolean;
  /** How long it stays, ms; null until somebody closes it. */
  readonly stays?: number | null;
}

/** A message that is shown. */
export interface Toast extends Message {
  readonly id: number;
}

/** A sentence is read within this; a change can be taken back for longer. */
const STAYS_MS = 6_000;
const UNDO_MS = 15_000;
/** More than these would hide the page: the oldest goes. */
const MOST = 3;

/** The messages at the bottom of the page. Their time stands still while somebody points at one, or has the focus there. */
@Service()
export class Toasts {
  private readonly connection = inject(Connection);
  private readonly messages = signal<readonly Toast[]>([]);
  readonly shown = this.messages.asReadonly();

  private last = 0;
  private readonly clocks = new Map<number, Countdown>();

  /** @returns closes it */
  say(message: Message): () => void {
    const id = (this.last += 1);
    const kept = this.messages().slice(1 - MOST);
    for (const { id: old } of this.messages().filter((each) => !kept.includes(each))) this.stop(old);
    this.messages.set([...kept, { ...message, id }]);
    const stays = message.stays === undefined ? STAYS_MS : message.stays;
    if (stays !== null) this.clocks.set(id, new Countdown(stays, () => this.close(id)));
    return () => this.close(id);
  }

  /**
   * Says that a change was made, and offers to take it back.
   *
   * @param undo takes it back; null where nothing can
   * @param stays how long that is offered, ms
   * @returns closes it
   */
  changed(text: string, undo: (() => Promise<unknown>) | null, stays = UNDO_MS): () => void {
    const action = undo && { label: TOAST.undo, run: () => this.takeBack(undo) };
    return this.say(action ? { text, action, isUndo: true, stays } : { text });
  }

  /** Says that a part of the console could not be loaded, of which this page may be an old version. */
  notLoaded(): void {
    const isOffline = this.connection.isOffline();
    this.say({ text: isOffline ? TOAST.offlinePart : TOAST.missingPart, isProblem: true });
  }

  /** Takes back the newest change that offers it. */
  undoLast(): void {
    const toast = this.messages().findLast(({ isUndo }) => isUndo);
    if (toast) this.act(toast);
  }

  /** Does what a message offers, and closes it. */
  act({ id, action }: Toast): void {
    this.close(id);
    action?.run();
  }

  close(id: number): void {
    this.stop(id);
    this.messages.update((all) => all.filter((each) => each.id !== id));
  }

  pause(): void {
    for (const clock of this.clocks.values()) clock.pause();
  }

  resume(): void {
    for (const clock of this.clocks.values()) clock.run();
  }

  private stop(id: number): void {
    this.clocks.get(id)?.pause();
    this.clocks.delete(id);
  }

  private async takeBack(undo: () => Promise<unknown>): Promise<void> {
    const done = this.say({ text: TOAST.undoing, stays: null });
    try {
      await undo();
      this.say({ text: TOAST.undone });
    } catch (error) {
      this.say({ text: TOAST.notUndone(problemOf(error).detail), isProblem: true, stays: null });
    } finally {
      done();
    }
  }
}

/** A timer that can stand still. */
class Countdown {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private since = 0;

  constructor(
    private left: number,
    private readonly end: () => void,
  ) {
    this.run();
  }

  run(): void {
    if (this.timer !== undefined) return;
    this.since = Date.now();
    this.timer = setTimeout(this.end, this.left);
  }

  pause(): void {
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.left -= Date.now() - this.since;
  }
}
