/**
 * The records of one view and revision as columns.
 *
 * @see docs/domain.md, section 2
 */
export interface RecordSet {
  /** Number of records. */
  readonly size: number;
}
