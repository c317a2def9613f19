/** Work that is done again and again: the next time some while after the last one ended, so never twice at once. */
export class Repeating {
  private timer: NodeJS.Timeout | null = null;
  private isStopped = false;

  /** @param failed told of each failure, except while the process stops */
  constructor(
    private readonly everyMs: number,
    private readonly work: () => Promise<void>,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** The first time comes after a whole interval. */
  start(): void {
    if (this.isStopped) return;
    this.timer = setTimeout(() => void this.once(), this.everyMs).unref();
  }

  stop(): void {
    this.isStopped = true;
    if (this.timer) clearTimeout(this.timer);
  }

  private async once(): Promise<void> {
    try {
      await this.work();
    } catch (error) {
      if (!this.isStopped) this.failed(error);
    } finally {
      this.start();
    }
  }
}
