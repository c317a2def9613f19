import type { DateColumn, DealField, MoneyColumn, TextColumn } from '../deal/sheet-columns.js';
import type { SheetRow } from './sheet.js';
import type { SheetColumn } from './sheet-column.js';

type TextOf = (at: number) => string | null;
type NumberOf = (at: number) => number | null;

/**
 * Makes rows of columns. Written out field by field: every row has the same shape, which a loop over names would not
 * give, and there are hundreds of thousands of them.
 *
 * @param texts columns of text that the sheet has
 * @param numbers columns of days and amounts that the sheet has
 * @returns the row at a place, with its number in the sheet
 */
export function rowBuilder(
  texts: readonly SheetColumn<string | null>[],
  numbers: readonly SheetColumn<number | null>[],
): (row: number, at: number) => SheetRow {
  const text = (field: TextColumn): TextOf => valuesOf(texts, field);
  const number = (field: DateColumn | MoneyColumn): NumberOf => valuesOf(numbers, field);
  const [month, client, link, stage] = [text('month'), text('client'), text('hubspot_link'), text('stage')];
  const [relevance, show, type] = [text('relevance'), text('show_noshow'), text('type_of_deal')];
  const [bdr, source, product] = [text('bdr'), text('type_of_source'), text('product')];
  const [owner, supporters] = [text('owner'), text('supporters')];
  const [discovery, poa, billing] = [number('discovery_date'), number('poa_date'), number('billing_start')];
  const [mrr, arr, pipeline] = [number('expected_mrr'), number('expected_arr'), number('pipeline')];
  return (row, at) => ({
    row,
    month: month(at),
    discovery_date: discovery(at),
    client: client(at) ?? '',
    hubspot_link: link(at),
    stage: stage(at) ?? '',
    relevance: relevance(at),
    show_noshow: show(at),
    poa_date: poa(at),
    expected_mrr: mrr(at),
    expected_arr: arr(at),
    pipeline: pipeline(at),
    type_of_deal: type(at),
    bdr: bdr(at),
    type_of_source: source(at),
    product: product(at),
    owner: owner(at),
    supporters: supporters(at),
    billing_start: billing(at),
  });
}

function valuesOf<Value>(
  columns: readonly SheetColumn<Value | null>[],
  field: DealField,
): (at: number) => Value | null {
  const column = columns.find((candidate) => candidate.field === field);
  if (!column) return () => null;
  const { values, cells } = column;
  return (at) => values[cells.at(at)] ?? null;
}
