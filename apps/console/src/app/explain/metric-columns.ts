import type { MetricDefinition } from '@app/contracts';
import type { RecordField } from '../records/record-columns';

/**
 * The columns that show why a record counts: its date and its amount are those of the metric. They fit the drawer: what
 * adds up to a weighted number stands in sight, where the date would take its place.
 */
export function columnsOf({ id, date_field }: MetricDefinition, isMaster: boolean): RecordField[] {
  const view = isMaster ? (['view_name'] as const) : [];
  if (isWeighted(id)) return ['client', ...view, 'stage', 'owner', ...amountsOf(id)];
  return ['client', ...view, 'stage', 'owner', date_field ?? 'discovery_date', ...amountsOf(id)];
}

/** What matters most comes first: the largest amounts behind money, the latest dates behind a count. */
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
