const MONEY = 0.005;
const RATIO = 1e-6;
const SHARE = 1e-9;

/** Keys whose values the sheet's reader orders or words in its own way. */
const SKIPPED = new Set(['duplicate_rows', 'findings']);

/**
 * What differs between an answer and the expected one, a sentence each; only what is expected is looked at. Amounts
 * may differ by half a cent or by 1e-9 of them, fractions by 1e-6, null equals null alone.
 */
export function differences(where, got, want) {
  if (want === null || typeof want !== 'object') {
    return isClose(got, want) ? [] : [`${where}: ${JSON.stringify(got)}, expected ${JSON.stringify(want)}`];
  }
  if (Array.isArray(want)) {
    const same = JSON.stringify([...want].sort()) === JSON.stringify([...(got ?? [])].sort());
    return same ? [] : [`${where}: ${JSON.stringify(got)}, expected ${JSON.stringify(want)}`];
  }
  return Object.entries(want)
    .filter(([key]) => !SKIPPED.has(key))
    .flatMap(([key, value]) => {
      const other = key === 'duplicates' ? got?.duplicates_count : got?.[key];
      return differences(`${where} ${key}`, other, value);
    })
    .concat(rowsOf(where, got, want));
}

/** Findings by row and column, duplicates by row: both as far as a report lists them. */
function rowsOf(where, got, want) {
  const cells = (list) => list.map(({ row, column }) => `${row} ${column ?? ''}`).sort();
  return ['findings', 'duplicate_rows']
    .filter((key) => Array.isArray(want[key]))
    .filter((key) => {
      const listed = got[key === 'findings' ? key : 'duplicates'].filter(({ row }) => row !== null);
      return JSON.stringify(cells(listed)) !== JSON.stringify(cells(want[key].slice(0, 1000)));
    })
    .map((key) => `${where} ${key}: other rows than expected`);
}

function isClose(got, want) {
  if (typeof got !== 'number' || typeof want !== 'number') return got === want;
  const tolerance = Math.abs(want) < 1000 && !Number.isInteger(want) ? RATIO : MONEY;
  return Math.abs(got - want) <= Math.max(tolerance, SHARE * Math.abs(want));
}
