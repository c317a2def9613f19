/**
 * How wide the first column of a table is that scrolls sideways: it takes what is left by as many whole columns as there
 * is room for, so that none is cut through its number, which would read as another one.
 *
 * @param room pixels for all columns
 * @param least what the first column is never narrower than
 * @param others widths of the other columns, gaps included
 * @param edge what the last whole one keeps clear of, at the side beyond which there is more
 */
export function widthBesideWhole(room: number, least: number, others: readonly number[], edge = 0): number {
  const all = others.reduce((sum, each) => sum + each, 0);
  if (least + all <= room) return Math.floor(room - all);
  let left = room - edge;
  for (const each of others) {
    if (left - each < least) break;
    left -= each;
  }
  // Beside a first column that takes nearly all there is no whole one.
  return left === room - edge ? least : Math.floor(left);
}
