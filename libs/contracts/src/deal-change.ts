/** One field of a change. */
export interface DealFieldChange {
  /** Name of the field. */
  field: string;
  /** Value before; null without one. */
  before: string | number | null;
  /** Value after; null without one. */
  after: string | number | null;
}
