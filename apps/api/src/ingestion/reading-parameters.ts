import { type ChooseReading, LAST_HEADER_ROW, LONGEST_SHEET_NAME } from '@app/contracts';
import {
  DATE_ORDERS,
  faultOfMapping,
  faultOfName,
  SEPARATOR_NAMES,
  SINGLE_BYTE_ENCODINGS,
} from '@app/domain';
import { oneOf, parameter } from '../http/query-parameters.js';
import { refusedField } from '../refusals/refusal.js';

const IN_A_COLUMN = { min: 1, max: LAST_HEADER_ROW };

/** What a request for an import may say of how its file is written. */
export const READING = {
  encoding: oneOf(
    {
      name: 'encoding',
      description: 'Of a file that is no Unicode. Default: as the view remembers, else guessed.',
    },
    SINGLE_BYTE_ENCODINGS,
  ),
  separator: oneOf(
    {
      name: 'separator',
      description: 'Between cells. Default: as the view remembers, else found in the file.',
    },
    SEPARATOR_NAMES,
  ),
  header_row: parameter(
    {
      name: 'header_row',
      required: false,
      description: 'Row of the header; the first line of the sheet is 1. Default: found in the file.',
      schema: { type: 'integer', minimum: IN_A_COLUMN.min, maximum: IN_A_COLUMN.max },
    },
    (read, name) => read.number(name, { ...IN_A_COLUMN, default: 0 }) || null,
  ),
  date_order: oneOf(
    {
      name: 'date_order',
      description:
        'Of day and month in dates that can be read in both. Default: as the view remembers, else found in the file.',
    },
    DATE_ORDERS,
  ),
  sheet: parameter(
    {
      name: 'sheet',
      required: false,
      type: String,
      description:
        'Sheet of a workbook to read; a CSV has none. Default: the visible one whose header knows most columns, the first of them on a tie.',
    },
    (read, name) => sheetNamed(name, read.text(name)),
  ),
  columns: parameter(
    {
      name: 'columns',
      required: false,
      description:
        'Which column each header is, as JSON: a database name, or null to leave it out. It wins over what a header says itself and over what the view remembers.',
      schema: { type: 'string' },
      example: '{"Account":"client","Region":null}',
    },
    (read, name) => mappingOf(name, read.text(name)),
  ),
};

function sheetNamed(name: string, said: string | null): string | null {
  if (said === null) return null;
  const isLong = said.length > LONGEST_SHEET_NAME;
  const fault = isLong ? `has more than ${LONGEST_SHEET_NAME} characters` : faultOfName(said);
  if (fault !== null) throw refusedField(name, `${name} ${fault}.`);
  return said;
}

function mappingOf(name: string, json: string | null): ChooseReading['columns'] {
  if (json === null) return null;
  const mapping = parsed(name, json);
  const fault = faultOfMapping(mapping);
  if (fault !== null) throw refusedField(name, `${name} ${fault}`);
  return mapping as ChooseReading['columns'];
}

function parsed(name: string, json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw refusedField(name, `${name} must be JSON, such as {"Account":"client","Region":null}.`);
  }
}
