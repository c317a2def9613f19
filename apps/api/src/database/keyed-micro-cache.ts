import { A_MOMENT_MS, MicroCache } from './micro-cache.js';

/** More than this many keys in a moment are no rush of readers but somebody trying keys. */
const MOST = 10_000;

/** A {@link MicroCache} a key: what is read for one of many, such as the holder of a session. */
export class KeyedMicroCache<T> {
  private readonly kept = new Map<string, MicroCache<T>>();
  private sweep: NodeJS.Timeout | null = null;

  constructor(
    private readonly load: (key: string) => Promise<T>,
    private readonly milliseconds = A_MOMENT_MS,
  ) {}

  /** The value of a key, at most so old; a load under way is shared. */
  read(key: string): Promise<T> {
    return (this.kept.get(key) ?? this.add(key)).read();
  }

  /** The next read of the key loads anew. */
  forget(key: string): void {
    this.kept.delete(key);
  }

  private add(key: string): MicroCache<T> {
    if (this.kept.size >= MOST) this.kept.clear();
    const memory = new MicroCache(() => this.load(key), this.milliseconds);
    this.kept.set(key, memory);
    this.sweepLater();
    return memory;
  }

  /** Keys that nobody asks for any more do not stay. */
  private sweepLater(): void {
    this.sweep ??= setTimeout(() => {
      this.sweep = null;
      this.kept.clear();
    }, this.milliseconds * 10).unref();
  }
}
