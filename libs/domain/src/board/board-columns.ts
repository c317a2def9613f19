import type { Predicate } from '../metrics/model/metric.js';
import {
  allOf,
  anyOf,
  hasProposal,
  isAttended,
  isInLegals,
  inStages,
} from '../metrics/catalogue/predicates.js';
import { type Stage, stagesIn } from '../normalise/stages.js';
import type { TargetKey } from '../targets/target-set.js';

/** A column that every deal of some stages starts in. */
export interface ColumnDefinition {
  /** Such as `poa_booked` or `next_14_days`. */
  readonly id: string;
  readonly label: string;
  /** Canonical stages that fill it. */
  readonly stages: readonly Stage[];
  readonly where: Predicate;
  /** What a deal's value is multiplied by, in percent; null on a board without probabilities. */
  readonly probability: Probability | null;
  /** The target that is the column's goal; null without goals. */
  readonly goal: TargetKey | null;
}

const inbox = inStages(['F Inbox']);
const intro = inStages(['E Intro attended']);
const hasPoaBooked = inStages(['D POA Booked']);

/** The Deal Pipeline: the column is the stage. @see docs/domain.md, section 8 */
export const PIPELINE_COLUMNS: readonly ColumnDefinition[] = [
  {
    ...withoutGoal('intro', 'Intro', stagesIn('before_poa')),
    where: anyOf(inbox, allOf(intro, isAttended)),
  },
  { ...withoutGoal('poa_booked', 'POA booked', ['D POA Booked']), where: hasPoaBooked },
  { ...withoutGoal('proposal_sent', 'Proposal sent', ['C Proposal sent']), where: hasProposal },
  { ...withoutGoal('legal', 'Legal', ['B Legals']), where: isInLegals },
];

/** Closing Projections, as it is before anybody moves a deal. @see docs/domain.md, section 8 */
export const PROJECTION_COLUMNS: readonly ColumnDefinition[] = [
  {
    id: 'next_14_days',
    label: 'Next 14 days',
    stages: ['B Legals'],
    where: isInLegals,
    probability: 90,
    goal: 'next_14_days',
  },
  {
    id: 'next_30_60_days',
    label: 'Next 30-60 days',
    stages: ['C Proposal sent'],
    where: hasProposal,
    probability: 75,
    goal: 'next_30_60_days',
  },
  {
    id: 'next_60_90_days',
    label: 'Next 60-90 days',
    stages: ['D POA Booked'],
    where: hasPoaBooked,
    probability: 50,
    goal: 'next_60_90_days',
  },
];

/** Where deals of Closing Projections are put that will close later; no deal starts there. */
const DELAYED: ColumnDefinition = { ...withoutGoal('delayed', 'Delayed', []), where: () => false };

/** Which board: Closing Projections, whose columns are the user's, or the Deal Pipeline, whose columns are stages. */
export type BoardKind = 'projections' | 'pipeline';

const BOARDS: Readonly<Record<BoardKind, readonly ColumnDefinition[]>> = {
  projections: [...PROJECTION_COLUMNS, DELAYED],
  pipeline: PIPELINE_COLUMNS,
};

/** All columns that a board can have, in their order: those of its stages, and `delayed` of Closing Projections. */
export const columnsOfBoard = (kind: BoardKind): readonly ColumnDefinition[] => BOARDS[kind];

/** How likely a deal on Closing Projections closes, in percent. @see docs/domain.md, section 8 */
export const PROBABILITIES = [50, 75, 90] as const;

/** One of {@link PROBABILITIES}. */
export type Probability = (typeof PROBABILITIES)[number];

/** A column id that no board has. */
export class UnknownBoardColumnError extends Error {
  override readonly name = 'UnknownBoardColumnError';

  constructor(readonly column: string) {
    super(`No board has a column "${column}". Use one of ${BOARD_COLUMN_IDS.join(', ')}.`);
  }
}

const COLUMNS = [...PIPELINE_COLUMNS, ...PROJECTION_COLUMNS];

/** Ids of the columns of all boards. */
export const BOARD_COLUMN_IDS: readonly string[] = COLUMNS.map(({ id }) => id);

/**
 * The column of an id.
 *
 * @throws UnknownBoardColumnError
 */
export function columnOf(id: string): ColumnDefinition {
  const column = COLUMNS.find((each) => each.id === id);
  if (column === undefined) throw new UnknownBoardColumnError(id);
  return column;
}

function withoutGoal(id: string, label: string, stages: readonly Stage[]) {
  return { id, label, stages, probability: null, goal: null };
}
