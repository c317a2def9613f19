/** A metric id that the catalogue does not have. */
export class UnknownMetricError extends Error {
  override readonly name = 'UnknownMetricError';

  constructor(readonly metric: string) {
    super(`There is no metric "${metric}". The metrics catalogue lists the ids.`);
  }
}

/** A metric that cannot be broken down: distinct clients, and revenue targets. */
export class NoBreakdownError extends Error {
  override readonly name = 'NoBreakdownError';

  constructor(readonly metric: string) {
    super(`"${metric}" has no breakdown: its parts would not add up to it.`);
  }
}
