/**
 * As short as it can be and still be shared by the requests of a rush: at ten thousand requests a second, two hundred
 * share a read. What another process or another application writes shows as soon as it is over.
 */
export const A_MOMENT_MS = 20;

/**
 * What a read of the database gave, kept for a moment: many requests in that moment share one read. Whoever writes
 * says `forget()`, so that a change made here holds at once; one made elsewhere holds when the moment is over.
 */
export class MicroCache<T> {
  private kept: { readonly value: Promise<T>; readonly until: number } | null = null;

  constructor(
    private readonly load: () => Promise<T>,
    private readonly milliseconds = A_MOMENT_MS,
  ) {}

  /** The value, at most so old; a load under way is shared. */
  read(): Promise<T> {
    if (this.kept && performance.now() < this.kept.until) return this.kept.value;
    // Its age counts from the beginning of the load: what was read may have changed since then.
    const kept = { value: this.load(), until: performance.now() + this.milliseconds };
    this.kept = kept;
    kept.value.catch(() => {
      if (this.kept === kept) this.kept = null;
    });
    return kept.value;
  }

  /** The next read loads anew: a load under way began before the change. */
  forget(): void {
    this.kept = null;
  }
}
