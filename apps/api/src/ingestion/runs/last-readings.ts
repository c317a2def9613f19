import type { RunReport } from '@app/contracts';
import type { RunDocument } from './run-document.js';

/** What is known of how a published run read its sheet. */
export type PublishedReading = Pick<RunDocument, 'id' | 'revision' | 'mode' | 'rollback' | 'source'> & {
  readonly report: Partial<LastReadings> | null;
};

/** How the columns of a view's data were read last. */
export interface LastReadings extends Pick<
  RunReport,
  'date_orders' | 'unordered_dates' | 'amount_separators'
> {
  /** Columns that the last whole sheet lacked; null where nobody knows. */
  readonly missing_columns: RunReport['missing_columns'] | null;
}

type Separators = LastReadings['amount_separators'];

/** The fields of a run that this is told by. */
export const PUBLISHED_READING = {
  _id: 0,
  id: 1,
  revision: 1,
  mode: 1,
  rollback: 1,
  'source.type': 1,
  'report.date_orders': 1,
  'report.unordered_dates': 1,
  'report.amount_separators': 1,
  'report.missing_columns': 1,
};

/**
 * How each column was read last, on the way that led to the data of a run: a sheet without a column says nothing about
 * it, one that was merged in nothing about the columns that a whole sheet has, and going back is followed to where it
 * went. Null where nobody knows.
 *
 * @param published every run that published in the view, newest first
 * @param run the one whose data it is about
 * @see docs/domain.md, section 9
 */
export function lastReadings(published: readonly PublishedReading[], run: string): LastReadings | null {
  const way = wayTo(published, run);
  if (way.length === 0) return null;
  const last: { -readonly [Key in keyof LastReadings]: LastReadings[Key] } = {
    date_orders: {},
    unordered_dates: [],
    amount_separators: {},
    missing_columns: null,
  };
  for (const { mode, report } of way) {
    const unordered = report?.unordered_dates?.filter((column) => !(column in last.date_orders)) ?? [];
    last.unordered_dates = [...last.unordered_dates, ...unordered];
    last.date_orders = { ...report?.date_orders, ...last.date_orders };
    last.amount_separators = withOlder(last.amount_separators, report?.amount_separators ?? {});
    if (mode !== 'merge') last.missing_columns ??= report?.missing_columns ?? null;
  }
  return last;
}

/* Amounts without a point say nothing about what a point means. */
function withOlder(newer: Separators, older: Separators): Separators {
  const columns = Object.entries(older).map(([column, { point, comma }]) => {
    const known = newer[column as keyof Separators];
    return [column, { point: known?.point ?? point, comma: known?.comma ?? comma }] as const;
  });
  return { ...newer, ...Object.fromEntries(columns) };
}

/* The runs whose sheets led to the data of one, newest first; a sample is nothing, nor is what was gone back over. */
function wayTo(published: readonly PublishedReading[], run: string): PublishedReading[] {
  const way: PublishedReading[] = [];
  let wanted: string | null = run;
  for (const each of published) {
    if (wanted !== null && each.id !== wanted) continue;
    if (each.source.type === 'sample') break;
    wanted = each.rollback?.run ?? null;
    if (!each.rollback) way.push(each);
  }
  return way;
}
