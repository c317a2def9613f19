const QUIET_MS = 60_000;

/** What keeps failing is told once, again when the reason is another one, and otherwise once a minute. */
export class SeldomLog {
  private readonly reported = new Map<string, { readonly reason: string; readonly at: number }>();

  constructor(private readonly report: (message: string) => void) {}

  /** @param what the work that fails, such as "looking for new revisions" */
  failed(what: string, reason: string): void {
    const last = this.reported.get(what);
    const now = performance.now();
    if (last?.reason === reason && now - last.at < QUIET_MS) return;
    this.reported.set(what, { reason, at: now });
    this.report(`${what} failed: ${reason}`);
  }

  /** The next failure is told at once. */
  worked(what: string): void {
    this.reported.delete(what);
  }
}
