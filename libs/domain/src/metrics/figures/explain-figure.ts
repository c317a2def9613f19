import type { RecordSet } from '../../record-set/record-set.js';
import type { TargetSet } from '../../targets/target-set.js';
import type { Asked } from '../asked.js';
import { CLOSED_ARR, countedOf } from '../catalogue/catalogue.js';
import { compared, withoutTarget } from '../compare.js';
import type { MetricExplanation } from '../explanation.js';
import { missesOf } from '../left-out.js';
import type { MetricValue } from '../metric-value.js';
import { targetsUnder } from '../metric-values.js';
import { gapNotes } from '../notes.js';
import { recordsBehind } from '../records-behind.js';
import { closedArr, type RevenueStanding, revenueStanding } from '../revenue-standing.js';
import { revenueOrigin } from '../target-origin.js';
import { daysOfFigure, type Figure, type FigureId, figureOf } from './figure.js';
import { figureFormula } from './figure-formula.js';
import { figureDefinition } from './figure-words.js';

/**
 * What a figure of the Dashboard is made of, line by line, and the records that are in it.
 *
 * @see docs/domain.md, section 5
 */
export function explainFigure(
  sets: readonly RecordSet[],
  id: FigureId,
  asked: Asked,
  stored: TargetSet | null,
): MetricExplanation {
  const figure = figureOf(id, asked);
  const targets = targetsUnder(asked, stored);
  const standing = revenueStanding(sets, figure.span, asked, targets);
  const days = daysOfFigure(figure, asked);
  const within = days && { ...asked, period: days };
  return {
    metric: figureDefinition(figure),
    value: valueOf(figure, standing, closedArr(sets, days, asked)),
    dates: days ?? figure.span,
    formula: figureFormula({ figure, standing, days, sets, asked, targets }),
    target_origin: targets === null || figure.part === 'later' ? null : revenueOrigin(figure.span, targets),
    records_total: sets.reduce((total, set) => total + recordsBehind(set, id, asked).length, 0),
    ...(within ? missesOf(sets, countedOf(CLOSED_ARR), within) : { left_out: [], of_these: [] }),
    notes: figure.part === 'gap' ? gapNotes(standing.gap, standing.revenue.status) : [],
  };
}

function valueOf({ part }: Figure, standing: RevenueStanding, closed: number): MetricValue {
  switch (part) {
    case 'revenue':
      return standing.revenue;
    case 'closed':
      // What bills later counts too: it is compared with the whole, not with a day of it.
      return compared(closed, standing.target, null);
    case 'later':
      return withoutTarget(standing.startsLater);
    default:
      return withoutTarget(standing[part]);
  }
}
