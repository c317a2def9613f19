import { type BoardColumn, closingProjections, dealPipeline } from '../../board/board.js';
import type { RecordSet } from '../../record-set/record-set.js';
import type { BdrGoals } from '../../settings/bdr-goals.js';
import type { TargetSet } from '../../targets/target-set.js';
import type { MetricTable } from '../../metrics/tables/metric-table.js';
import { sharingWeighted } from '../../metrics/engine/amount-columns.js';
import { ownNumbers, type OwnNumbers } from './own-numbers.js';
import { type Screen, type ScreenQuestion, screenOf } from './screen.js';
import type { BoardEntry, ScreenEntry } from '../entries/screen-entry.js';
import { screenTable } from './screen-tables.js';
import { type BoardNameOf, screenNamed, type TableNameOf, ownTargetsOf } from '../screens.js';
import { type ScreenName } from '../tabs.js';
import { shownMetrics } from './shown-metrics.js';

/** The numbers of a screen: days and places of deals where an answer has dates and deals. */
export type ScreenNumbers<Name extends ScreenName = ScreenName> = Screen &
  Readonly<Record<TableNameOf<Name>, MetricTable>> &
  Readonly<Record<BoardNameOf<Name>, BoardColumn[]>> &
  (Name extends keyof OwnNumbers ? OwnNumbers[Name] : unknown);

/** What the numbers of a screen depend on beside the records and the question. */
export interface ScreenTerms {
  /** The view's targets; null without any. */
  readonly targets: TargetSet | null;
  /** Meetings a month that BDRs are to bring. */
  readonly goals: BdrGoals;
}

/**
 * The numbers of a screen, for a period.
 *
 * @see docs/domain.md, sections 5 and 8
 */
export function screenNumbers<Name extends ScreenName>(
  name: Name,
  sets: readonly RecordSet[],
  asked: ScreenQuestion,
  terms: ScreenTerms,
): ScreenNumbers<Name> {
  const entry: ScreenEntry = screenNamed(name);
  const question = sharingWeighted(asked);
  const screen = screenOf(sets, shownMetrics(entry), question, terms.targets, ownTargetsOf(name));
  return {
    ...screen,
    ...mapped(entry.tables, ({ content }) => screenTable(sets, content, question, terms.goals)),
    ...mapped(entry.boards, ({ columns }) => boardOf(columns, sets, question, terms.targets)),
    ...ownNumbers(name, { screen, sets, question, targets: terms.targets }),
  } as ScreenNumbers<Name>;
}

function boardOf(
  columns: BoardEntry['columns'],
  sets: readonly RecordSet[],
  question: ScreenQuestion,
  targets: TargetSet | null,
): BoardColumn[] {
  return columns === 'deal_pipeline'
    ? dealPipeline(sets, question)
    : closingProjections(sets, question, targets);
}

const mapped = <Value, Made>(entries: Readonly<Record<string, Value>>, make: (value: Value) => Made) =>
  Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, make(value)]));
