/** Choices that are the same for the same seed. */
export class Random {
  constructor(private state: number) {}

  /** From 0 to `below`, which is not reached. */
  whole(below: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  }

  one<Choice>(choices: readonly Choice[]): Choice {
    const chosen = choices[this.whole(choices.length)];
    if (chosen === undefined) throw new Error('There is nothing to choose from.');
    return chosen;
  }

  many<Made>(most: number, make: () => Made): Made[] {
    return Array.from({ length: this.whole(most + 1) }, make);
  }
}
