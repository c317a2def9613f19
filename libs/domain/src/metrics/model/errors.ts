/** A metric id that the catalogue does not have. */
export class UnknownMetricError extends Error {
  override readonly name = 'UnknownMetricError';

  constructor(readonly metric: string) {
    super(`There is no metric "${metric}". The metrics catalogue lists the ids.`);
  }
}

/** A dimension that nothing can be broken down by. */
export class UnknownDimensionError extends Error {
  override readonly name = 'UnknownDimensionError';

  constructor(
    readonly dimension: string,
    known: readonly string[],
  ) {
    super(`Nothing can be broken down by "${dimension}". Use one of ${known.join(', ')}.`);
  }
}

/** A metric that cannot be broken down: distinct clients, and revenue targets. */
export class NoBreakdownError extends Error {
  override readonly name = 'NoBreakdownError';

  constructor(readonly metric: string) {
    super(`"${metric}" has no breakdown: its parts would not add up to it.`);
  }
}
