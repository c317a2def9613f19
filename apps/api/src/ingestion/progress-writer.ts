import type { RunProgress } from '@app/contracts';

const EVERY_MS = 300;

/** Writes the newest progress a few times a second and drops what came in between. */
export class ProgressWriter {
  private newest: RunProgress | null = null;
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly write: (progress: RunProgress) => Promise<void>) {}

  show(progress: RunProgress): void {
    this.newest = progress;
    this.timer ??= setTimeout(() => this.flush(), EVERY_MS);
  }

  /** Nothing is written after this resolves. */
  async stop(): Promise<void> {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    await this.writing;
  }

  private flush(): void {
    this.timer = null;
    const { newest } = this;
    // Progress is a courtesy: a write that fails is followed by the next one.
    if (newest) this.writing = this.write(newest).catch(() => undefined);
  }
}
