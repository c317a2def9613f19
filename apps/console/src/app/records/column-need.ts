import { widestOf } from '../ui/base/text-width';
import type { ColumnNeed } from './column-tracks';
import { type RecordColumn, isDate, isNumber } from './record-columns';
import { RECORDS } from './texts';

const FAMILY = "'Inter Variable', Inter, system-ui, sans-serif";
const FONTS = {
  head: `500 12px ${FAMILY}`,
  cell: `400 13px ${FAMILY}`,
  client: `600 13px ${FAMILY}`,
} as const;
/** The arrow of a sorted column, and the link of a client with the gap before it. */
const ARROW = 14;
const LINK = 26;
/** Names and words may be cut to this, but are never wider than that; of clients more is left, as their ends tell them apart. */
const WORDS = { least: 72, most: 260 } as const;
const CLIENT_LEAST = 134;
/** Of few values, which somebody looks for among those of other rows. */
const VOCABULARIES: readonly RecordColumn[] = [
  'stage',
  'relevance',
  'source_group',
  'show_noshow',
  'type_of_deal',
];

/** Names that are read rather than known by their ends: those of people. */
const PEOPLE: readonly RecordColumn[] = ['owner', 'bdr'];

/**
 * What a column needs for its texts: dates, numbers and the words of a vocabulary are never cut, names may be, those of
 * people last.
 *
 * @param hasLinks whether clients have a link beside their names
 */
export function columnNeed(column: RecordColumn, texts: readonly string[], hasLinks = true): ColumnNeed {
  const head = widestOf([RECORDS.columns[column]], FONTS.head) + ARROW;
  const isClient = column === 'client';
  const link = isClient && hasLinks ? LINK : 0;
  const content = widestOf(texts, isClient ? FONTS.client : FONTS.cell) + link;
  const natural = Math.ceil(Math.max(head, content)) + 1;
  if (isDate(column) || isNumber(column)) return { natural, least: natural };
  const width = Math.min(natural, WORDS.most);
  if (VOCABULARIES.includes(column)) return { natural: width, least: width };
  const least = Math.min(width, isClient ? CLIENT_LEAST + link : WORDS.least);
  return PEOPLE.includes(column) ? { natural: width, least, yieldsLast: true } : { natural: width, least };
}
