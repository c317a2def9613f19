/**
 * What can be summed, whole cents: `value` is ARR, or pipe where ARR is missing; `weighted` is pipe x weight.
 *
 * @see docs/domain.md, section 1
 */
export type Amount = 'pipe' | 'arr' | 'mrr' | 'value' | 'weighted';
