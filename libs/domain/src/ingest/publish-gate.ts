import { DATE_COLUMNS, DEAL_FIELDS, type DealField, MONEY_COLUMNS } from '../deal/sheet-columns.js';
import { holdMessage } from './hold-message.js';
import type { HoldCode, HoldDetails, HoldReason } from './hold-reason.js';
import type { ImportFinding } from './sheet.js';

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
  /** Headers of the sheet that are no known column. */
  readonly unknown: readonly string[];
  /** Every finding of the sheet. */
  readonly findings: readonly ImportFinding[];
}

/** One in so many of the view's deals may be removed without a question. */
const ONE_IN = 5;

/**
 * Whether an upload has to be asked about before it is published: it removes more than a fifth of the deals, shares
 * none with what is there, lacks a column that the last import had (where none is known: Stage, every date or every
 * amount), or has quotes that may have torn rows apart.
 *
 * @returns the reasons, gravest first; none when it may be published at once
 * @see docs/domain.md, section 9
 */
export function reasonsToHold(facts: GateFacts): HoldReason[] {
  return [...removal(facts), ...columns(facts), ...quotes(facts)].map(holdReason);
}

/** A reason that the caller found, with its message. */
export const holdReason = (details: HoldDetails): HoldReason => ({
  ...details,
  message: holdMessage(details),
});

/** A reason with only the details that are given. */
export const holdDetails = (code: HoldCode, details: Partial<HoldDetails> = {}): HoldDetails => ({
  count: null,
  of: null,
  columns: [],
  unknown: [],
  row: null,
  column: null,
  ...details,
  code,
});

function removal({ live, removed, continued }: GateFacts): HoldDetails[] {
  if (live === 0) return [];
  const reasons: HoldDetails[] = [];
  if (continued === 0) reasons.push(holdDetails('no_deal_in_common', { of: live }));
  if (removed * ONE_IN > live) reasons.push(holdDetails('removes_deals', { count: removed, of: live }));
  return reasons;
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
    const found = findings.filter((finding) => finding.code === code);
    const [first] = found;
    return first ? [holdDetails(code, { count: found.length, row: first.row, column: first.column })] : [];
  });
}
