/**
 * For signals of plain objects: one that says the same again has not changed. What the address says is read anew after
 * each navigation, and whatever asks the server with it would ask again whenever a drawer opens.
 */
export const BY_VALUE = {
  equal: (before: unknown, now: unknown): boolean => JSON.stringify(before) === JSON.stringify(now),
};
