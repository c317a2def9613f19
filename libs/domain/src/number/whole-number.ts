/**
 * A number without a fraction: a count, a row, a revision.
 *
 * @asType integer
 */
export type WholeNumber = number;
