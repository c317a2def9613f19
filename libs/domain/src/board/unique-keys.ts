/** Gives each name once: another thing of the same name gets a number after it. */
export class UniqueKeys {
  private readonly counts = new Map<string, number>();

  /** The name, or the name with a number that no other has. */
  of(name: string): string {
    const count = (this.counts.get(name) ?? 0) + 1;
    this.counts.set(name, count);
    return count === 1 ? name : this.of(`${name}#${count}`);
  }
}
