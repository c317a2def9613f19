import { rangesOf, type Slices } from './slices.js';

/** Texts in the order of their UTF-16 units, as `toSorted()` has it, a slice at a time. */
export function* sortedTexts(texts: readonly string[]): Slices<readonly string[]> {
  let runs: (readonly string[])[] = [];
  for (const [from, to] of rangesOf(texts.length)) {
    runs.push(texts.slice(from, to).sort());
    yield;
  }
  while (runs.length > 1) {
    const merged: (readonly string[])[] = [];
    for (let at = 0; at < runs.length; at += 2)
      merged.push(yield* mergedRuns(runs[at] ?? [], runs[at + 1] ?? []));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* mergedRuns(one: readonly string[], other: readonly string[]): Slices<readonly string[]> {
  if (other.length === 0) return one;
  const merged: string[] = [];
  let [atOne, atOther] = [0, 0];
  for (const [from, to] of rangesOf(one.length + other.length)) {
    for (let at = from; at < to; at += 1) {
      const [first, second] = [one[atOne], other[atOther]];
      const isFirst = second === undefined || (first !== undefined && first <= second);
      merged.push((isFirst ? first : second) ?? '');
      if (isFirst) atOne += 1;
      else atOther += 1;
    }
    yield;
  }
  return merged;
}
