/** A code that no finding with records has. */
export class UnknownFindingError extends Error {
  override readonly name = 'UnknownFindingError';

  constructor(
    readonly code: string,
    known: readonly string[],
  ) {
    super(`There is no finding "${code}" with records. Use one of ${known.join(', ')}.`);
  }
}
