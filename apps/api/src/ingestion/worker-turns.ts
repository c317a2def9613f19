/** Lets so many pieces of work go on at a time; the others wait in their order. */
export class WorkerTurns {
  private readonly waiting: (() => void)[] = [];
  private free: number;

  constructor(turns: number) {
    this.free = turns;
  }

  /** Resolves when it is the caller's turn, with what ends it. */
  async take(): Promise<() => void> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    };
  }
}
