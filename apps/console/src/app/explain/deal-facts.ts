import type { DealRecord } from '@app/contracts';
import type { RecordField } from '../records/record-columns';
import { recordLabel } from '../records/record-labels';
import { RECORDS } from '../records/texts';
import type { Formats } from '../ui/base/formats';
import { TEXTS } from '../ui/base/texts';
import { EXPLAIN } from './texts';

/** Fields of a deal that belong together. */
export interface FactGroup {
  heading: string;
  /** Amounts stand in figures of one width. */
  isMoney: boolean;
  facts: { label: string; value: string }[];
}

/** All fields of a deal as people read them, the absent ones too: what is missing is worth seeing. */
export function dealFacts(deal: DealRecord, formats: Formats): FactGroup[] {
  const facts = (fields: readonly RecordField[]) =>
    fields.map((field) => ({ label: RECORDS.columns[field], value: recordLabel(deal, field, formats) }));
  const words = (label: string, value: string | null) => ({ label, value: value ?? TEXTS.none });
  const { money, dates, people, kind } = EXPLAIN.deal;
  return [
    {
      heading: money,
      isMoney: true,
      facts: facts(['expected_arr', 'expected_mrr', 'pipeline', 'weight', 'weighted', 'value']),
    },
    {
      heading: dates,
      isMoney: false,
      facts: [
        ...facts(['discovery_date', 'poa_date', 'billing_start', 'age']),
        words(RECORDS.fields.month, deal.month),
      ],
    },
    {
      heading: people,
      isMoney: false,
      facts: [...facts(['owner', 'bdr']), words(RECORDS.fields.supporters, deal.supporters)],
    },
    {
      heading: kind,
      isMoney: false,
      facts: facts(['relevance', 'show_noshow', 'type_of_deal', 'product', 'type_of_source', 'source_group']),
    },
  ];
}
