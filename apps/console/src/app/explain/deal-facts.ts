import type { DealRecord } from '@app/contracts';
import type { RecordField } from '../records/record-columns';
import { recordLabel } from '../records/record-labels';
import { RECORDS } from '../records/texts';
import type { Formats } from '../ui/base/formats';
import { TEXTS } from '../ui/base/texts';
import type { Person } from '../ui/links/person';
import { EXPLAIN } from './texts';

/** Fields of a deal that belong together. */
export interface FactGroup {
  heading: string;
  /** Amounts use tabular figures. */
  isMoney: boolean;
  facts: { label: string; value: string; person?: Person | null }[];
}

const PEOPLE = ['owner', 'bdr'] as const;

/** The sheet's own month, which is a text: as a month where it is one. */
const monthOf = ({ month }: DealRecord, formats: Formats): string | null =>
  month !== null && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? formats.month(month, true) : month;

/** All fields of a deal as text, including empty ones: missing values are worth seeing. */
export function dealFacts(deal: DealRecord, formats: Formats): FactGroup[] {
  const facts = (fields: readonly RecordField[]) =>
    fields.map((field) => ({ label: RECORDS.columns[field], value: recordLabel(deal, field, formats) }));
  const words = (label: string, value: string | null) => ({ label, value: value ?? TEXTS.none });
  const named = (role: Person['role']) => {
    const name = deal[role];
    return { ...words(RECORDS.columns[role], name), person: name === null ? null : { role, name } };
  };
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
        words(RECORDS.fields.month, monthOf(deal, formats)),
      ],
    },
    {
      heading: people,
      isMoney: false,
      facts: [...PEOPLE.map(named), words(RECORDS.fields.supporters, deal.supporters)],
    },
    {
      heading: kind,
      isMoney: false,
      facts: facts(['relevance', 'show_noshow', 'type_of_deal', 'product', 'type_of_source', 'source_group']),
    },
  ];
}
