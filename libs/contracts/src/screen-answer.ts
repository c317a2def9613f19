import type { MetricTable, WholeNumber } from '@app/domain';
import type { BoardNameOf, ScreenName, TableNameOf } from '@app/domain/screens';
import type { DashboardParts } from './dashboard.js';
import type { BoardColumn, Screen, TodayItem } from './screens.js';
import type { WeightRow } from './settings.js';

/**
 * Answer of `GET /views/{id}/screens/{screen}`: all that the screen draws. Its tables and boards are those of its entry
 * in the domain, under the names that they have there.
 */
export type ScreenAnswer<Name extends ScreenName> = Screen &
  Record<TableNameOf<Name>, MetricTable> &
  Record<BoardNameOf<Name>, BoardColumn[]> &
  (Name extends keyof ScreenParts ? ScreenParts[Name] : unknown);

/** What answers have beside their metrics, tables and boards; screens that have nothing of the kind are absent. */
export interface ScreenParts {
  dashboard: DashboardParts;
  'deals-pipeline': DealsPipelineParts;
  projections: ProjectionsParts;
}

/** What the answer of `GET /views/{id}/screens/deals-pipeline` has beside what every screen has. */
export interface DealsPipelineParts {
  /** The weight table that holds. */
  weights: WeightRow[];
}

/** What the answer of `GET /views/{id}/screens/projections` has beside what every screen has. */
export interface ProjectionsParts {
  /** `legals.value` + `proposal.value`, currency. */
  legals_and_proposals: number;
  /** POA and intros of today and the six days after, by date. */
  next_days: TodayItem[];
  /** How many there are: `next_days` holds the first 50. */
  next_days_total: WholeNumber;
}
