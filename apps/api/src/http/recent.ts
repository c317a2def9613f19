/** Keeps what was used last, up to a total size. */
export class Recent<Value> {
  private readonly kept = new Map<string, { value: Value; size: number }>();
  private total = 0;

  /** @param room total of the sizes that may be kept */
  constructor(private readonly room: number) {}

  get(key: string): Value | undefined {
    const entry = this.kept.get(key);
    if (!entry) return undefined;
    this.kept.delete(key);
    this.kept.set(key, entry);
    return entry.value;
  }

  set(key: string, value: Value, size: number): void {
    this.remove(key);
    this.kept.set(key, { value, size });
    this.total += size;
    for (const oldest of this.kept.keys()) {
      if (this.total <= this.room) return;
      this.remove(oldest);
    }
  }

  private remove(key: string): void {
    this.total -= this.kept.get(key)?.size ?? 0;
    this.kept.delete(key);
  }
}
