/** Two amounts of whole cents together: doubles may add up to a hair beside the cent. */
export function sumToTheCent(left: number, right: number): number {
  return Math.round((left + right) * 100) / 100;
}
