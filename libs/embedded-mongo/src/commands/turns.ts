/** Work that is done in part: of all that goes on, one step each turn of the event loop, whosever turn it is. */
export class Turns {
  private waiting: (() => void)[] = [];

  /** Runs a step when it is its turn. */
  add(step: () => void): void {
    this.waiting.push(step);
    if (this.waiting.length === 1) setImmediate(() => this.next());
  }

  /** Gives up what goes on. */
  clear(): void {
    this.waiting = [];
  }

  private next(): void {
    const step = this.waiting.shift();
    if (this.waiting.length > 0) setImmediate(() => this.next());
    step?.();
  }
}
