/** From which share on an import has to be looked at before it is published; each from 0 to 1, and only beyond it. */
export interface GateLimits {
  /** Of the view's deals that it removes. */
  readonly removed_share: number;
  /** By which it changes the open pipe, or the closed ARR. */
  readonly value_change_share: number;
  /** Of its dates, or of its amounts, that cannot be read. */
  readonly unreadable_share: number;
}

/** The limits of a new installation. @see docs/domain.md, section 9 */
export const USUAL_LIMITS: GateLimits = {
  removed_share: 0.2,
  value_change_share: 0.3,
  unreadable_share: 0.1,
};
