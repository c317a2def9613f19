import type { WeightRow } from '../../weighting/weight-table.js';
import { type DashboardNumbers, dashboardNumbers } from './dashboard.js';
import { type ProjectionsNumbers, projectionsNumbers } from './projections.js';
import type { ScreenData } from './screen.js';
import type { ScreenName } from '../tabs.js';

/** What the answer of a screen has beside its metrics, tables and boards; only those that have something are here. */
export interface OwnNumbers {
  readonly dashboard: DashboardNumbers;
  readonly 'deals-pipeline': {
    /** The weight table that holds. */
    readonly weights: WeightRow[];
  };
  readonly projections: ProjectionsNumbers;
}

const MAKERS: { readonly [Name in keyof OwnNumbers]: (data: ScreenData) => OwnNumbers[Name] } = {
  dashboard: dashboardNumbers,
  'deals-pipeline': ({ question }) => ({ weights: [...question.weights] }),
  projections: projectionsNumbers,
};

/** The numbers of a screen's own; nothing where it has none. */
export function ownNumbers(name: ScreenName, data: ScreenData): object {
  return name in MAKERS ? MAKERS[name as keyof OwnNumbers](data) : {};
}
