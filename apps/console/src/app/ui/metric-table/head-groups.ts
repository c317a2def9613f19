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

function parts(label: string): [group: string, rest: string] {
  const at = label.lastIndexOf(', ');
  return at === -1 ? ['', label] : [label.slice(0, at), label.slice(at + 2)];
}
