/** The sum of two amounts of whole cents: that of two doubles may lie slightly beside the cent. */
export function sumToTheCent(left: number, right: number): number {
  return Math.round((left + right) * 100) / 100;
}
