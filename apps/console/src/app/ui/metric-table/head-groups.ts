import type { TableColumn } from '@app/contracts';

/** Columns beside each other under one heading. */
export interface HeadGroup {
  label: string;
  span: number;
}

/** What stands above the columns whose labels begin alike, such as `Delayed` above `Delayed, deals` and `Delayed, value`. */
export function headGroups(columns: readonly Pick<TableColumn, 'label'>[]): HeadGroup[] {
  const groups: HeadGroup[] = [];
  for (const { label } of columns) {
    const [group] = parts(label);
    const last = groups.at(-1);
    if (last?.label === group) last.span += 1;
    else groups.push({ label: group, span: 1 });
  }
  return groups;
}

/** What is left of a label below its group. */
export const labelInGroup = (label: string): string => parts(label)[1];

/**
 * A label that breaks in one place at most, into two lines about as long as each other: a narrow column would have it
 * in as many as it has words.
 */
export function inTwoLines(label: string): string {
  const words = label.split(' ');
  const halves = words.slice(1).map((_, at) => [words.slice(0, at + 1), words.slice(at + 1)]);
  const written = halves.map((lines) => lines.map((line) => line.join('\u00a0')));
  const longest = (lines: readonly string[]) => Math.max(...lines.map(({ length }) => length));
  return (written.toSorted((one, other) => longest(one) - longest(other))[0] ?? words).join(' ');
}

function parts(label: string): [group: string, rest: string] {
  const at = label.lastIndexOf(', ');
  return at === -1 ? ['', label] : [label.slice(0, at), label.slice(at + 2)];
}
