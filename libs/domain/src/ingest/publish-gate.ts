import { DATE_COLUMNS, DEAL_FIELDS, type DealField, MONEY_COLUMNS } from '../deal/sheet-columns.js';
import { holdMessage } from './hold-message.js';
import type { GateLimits } from './gate-limits.js';
import type { GateMoney } from './gate-money.js';
import type { Unreadable } from './unreadable.js';
import type { HoldCode, HoldDetails, HoldReason } from './hold-reason.js';
import { turnedSeparators } from './amount-separators.js';
import { placesOf } from './finding-list.js';
import type { FindingList, FindingPlace, ImportFindingCode, SheetReport } from './sheet.js';
import type { SwappedDates } from './swapped-dates.js';
import type { UnknownStages } from './unknown-stages.js';

type Written = SheetReport['amount_separators'];

/** What is known of an upload before it is published. */
export interface GateFacts {
  /** Whether the sheet replaces the data or is merged into it: what it lacks stays then. */
  readonly mode: 'replace' | 'merge';
  /** Deals that the view has; sample records do not count. */
  readonly live: number;
  /** How many of them the upload removes. */
  readonly removed: number;
  /** How many of its deals are there already. */
  readonly continued: number;
  /** Columns of the sheet. */
  readonly columns: readonly DealField[];
  /** Columns of the sheet that was published last; null at a first import and where nobody knows. */
  readonly lastColumns: readonly DealField[] | null;
  /** How the amounts of the sheet are written, and those of the sheet that was published last. */
  readonly separators: { readonly now: Written; readonly last: Written };
  /** Columns whose dates look like those that are there with day and month swapped. */
  readonly swapped: readonly SwappedDates[];
  /** Headers of the sheet that are no known column. */
  readonly unknown: readonly string[];
  /** What the view's deals are worth before and afterwards. */
  readonly money: { readonly before: GateMoney; readonly after: GateMoney };
  /** Dates and amounts of the sheet that cannot be read. */
  readonly unreadable: { readonly dates: Unreadable; readonly amounts: Unreadable };
  /** Stages of the sheet when it knows none of ours, else null. */
  readonly stages: UnknownStages | null;
  /** Code of the installation's currency. */
  readonly currency: string;
  /** Beyond which an import is asked about. */
  readonly limits: GateLimits;
  /** Every finding of the sheet. */
  readonly findings: FindingList;
}

/**
 * Whether an import has to be asked about before it is published: it removes more of the deals than the limit says,
 * shares none with what is there, changes the open pipe or the closed ARR by more, has more dates or amounts that
 * cannot be read, knows none of our stages, lacks a column that the last import had (where none is known: Stage, every
 * date or every amount) or reads one the other way round, has many dates that are those of before with day and month swapped, or has quotes
 * that may have torn rows apart.
 *
 * @returns the reasons, gravest first; none when it may be published at once
 * @see docs/domain.md, section 9
 */
export function reasonsToHold(facts: GateFacts): HoldReason[] {
  return [
    ...removal(facts),
    ...values(facts),
    ...columns(facts),
    ...turned(facts),
    ...unreadable(facts),
    ...stages(facts),
    ...quotes(facts),
  ].map((details) => holdReason(details, facts.currency));
}

/**
 * A reason that the caller found, with its message.
 *
 * @param currency code of the installation's currency
 */
export const holdReason = (details: HoldDetails, currency: string): HoldReason => ({
  ...details,
  message: holdMessage(details, currency),
});

/** A reason with only the details that are given. */
export const holdDetails = (code: HoldCode, details: Partial<HoldDetails> = {}): HoldDetails => ({
  count: null,
  of: null,
  columns: [],
  unknown: [],
  stages: [],
  row: null,
  column: null,
  before: null,
  after: null,
  ...details,
  code,
});

function removal({ live, removed, continued, limits }: GateFacts): HoldDetails[] {
  if (live === 0) return [];
  const reasons: HoldDetails[] = [];
  if (continued === 0) reasons.push(holdDetails('no_deal_in_common', { of: live }));
  if (isBeyond(removed, live, limits.removed_share))
    reasons.push(holdDetails('removes_deals', { count: removed, of: live }));
  return reasons;
}

/** A share is counted in whole parts of a million, so that 3 of 10 are not more than 0.3. */
const isBeyond = (part: number, whole: number, share: number): boolean =>
  part * MILLION > whole * Math.round(share * MILLION);

const MILLION = 1_000_000;

/* From nothing every change is beyond all limits: a first deal is no reason to ask. */
function values({ live, money: { before, after }, limits }: GateFacts): HoldDetails[] {
  if (live === 0) return [];
  const isChanged = (one: number, other: number): boolean =>
    one !== 0 && isBeyond(cents(Math.abs(other - one)), cents(Math.abs(one)), limits.value_change_share);
  return [
    ...(isChanged(before.openPipe, after.openPipe)
      ? [holdDetails('open_pipe_changed', { before: before.openPipe, after: after.openPipe })]
      : []),
    ...(isChanged(before.closedArr, after.closedArr)
      ? [holdDetails('closed_arr_changed', { before: before.closedArr, after: after.closedArr })]
      : []),
  ];
}

const cents = (amount: number): number => Math.round(amount * 100);

function turned({ findings, separators, swapped }: GateFacts): HoldDetails[] {
  const columns = placesWith('date_order_turned', findings).flatMap(({ column }) => column ?? []);
  // A column that the sheet itself proves to be turned is said once.
  const evident = swapped.filter(({ column }) => !columns.includes(column));
  const amounts = turnedSeparators(separators.last, separators.now);
  return [
    ...(columns.length > 0 ? [holdDetails('column_turned', { columns })] : []),
    ...evident.map(({ column, count, of }) => holdDetails('column_turned', { columns: [column], count, of })),
    ...(amounts.length > 0 ? [holdDetails('separators_turned', { columns: amounts })] : []),
  ];
}

function unreadable({ unreadable: { dates, amounts }, limits }: GateFacts): HoldDetails[] {
  return [
    ...(isBeyond(dates.count, dates.of, limits.unreadable_share)
      ? [holdDetails('dates_unreadable', { ...dates })]
      : []),
    ...(isBeyond(amounts.count, amounts.of, limits.unreadable_share)
      ? [holdDetails('amounts_unreadable', { ...amounts })]
      : []),
  ];
}

/* The rows of a small sheet are seen at a glance. */
const FEWEST_UNKNOWN = 20;
const MOST_STAGES = 10;

function stages({ stages: found }: GateFacts): HoldDetails[] {
  if (found === null || found.count < FEWEST_UNKNOWN) return [];
  const named = found.stages.slice(0, MOST_STAGES);
  return [holdDetails('stages_unknown', { columns: ['stage'], count: found.count, stages: named })];
}

function columns({ mode, live, columns: present, lastColumns, unknown }: GateFacts): HoldDetails[] {
  if (mode === 'merge' && live > 0) return [];
  const isMissing = (field: DealField) => !present.includes(field);
  if (lastColumns !== null) {
    const lost = DEAL_FIELDS.filter((field) => lastColumns.includes(field) && isMissing(field));
    return lost.length > 0 ? [holdDetails('column_lost', { columns: lost, unknown })] : [];
  }
  const groups: (readonly DealField[])[] = [['stage'], DATE_COLUMNS, MONEY_COLUMNS];
  const missing = groups.filter((group) => group.every(isMissing)).flat();
  return missing.length > 0 ? [holdDetails('column_missing', { columns: missing, unknown })] : [];
}

function quotes({ findings }: GateFacts): HoldDetails[] {
  return (['quote_not_closed', 'quoted_rows'] as const).flatMap((code) => {
    const found = placesWith(code, findings);
    const [first] = found;
    return first ? [holdDetails(code, { count: found.length, row: first.row, column: first.column })] : [];
  });
}

function placesWith(wanted: ImportFindingCode, findings: FindingList): FindingPlace[] {
  const found: FindingPlace[] = [];
  for (const place of placesOf(findings)) if (place.code === wanted) found.push(place);
  return found;
}
