const DUPLICATE_KEY = 11_000;

/** Whether a write failed because a unique index has the value already: somebody else was faster. */
export const isDuplicateKey = (error: unknown): boolean =>
  (error as { code?: unknown } | null)?.code === DUPLICATE_KEY;
