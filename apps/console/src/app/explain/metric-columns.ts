import type { MetricDefinition } from '@app/contracts';
import type { RecordField } from '../records/record-columns';

/**
 * The columns that show why a record counts, with the date and amount of the metric. They fit the drawer: factors of a
 * weighted number take the place of the date.
 */
export function columnsOf({ id, date_field }: MetricDefinition, isMaster: boolean): RecordField[] {
  const view = isMaster ? (['view_name'] as const) : [];
  if (isWeighted(id)) return ['client', ...view, 'stage', 'owner', ...amountsOf(id)];
  return ['client', ...view, 'stage', 'owner', date_field ?? 'discovery_date', ...amountsOf(id)];
}

/** Most relevant first: the largest amounts for money, the latest dates for a count. */
export function firstSort(metric: MetricDefinition): string {
  const byAmount = metric.unit === 'money' ? amountsOf(metric.id).at(-1) : undefined;
  return `-${byAmount ?? metric.date_field ?? 'discovery_date'}`;
}

function amountsOf(id: string): RecordField[] {
  if (id.startsWith('pipe.') || id === 'deals.active')
    return isWeighted(id) ? ['pipeline', 'weighted'] : ['pipeline'];
  if (id === 'deals.mrr') return ['expected_mrr'];
  return /^(legals|proposal|poa\.upcoming)/.test(id) ? ['value'] : ['expected_arr'];
}

const isWeighted = (id: string) => id.endsWith('weighted');
