import { BREAKDOWN, RECORDS_BEHIND } from '../analytics/analytics-parameters.js';
import { FINDING_RECORDS } from '../attention/attention-parameters.js';
import {
  type Parameter,
  parameter,
  type QueryValues,
  requiredOneOf,
  text,
} from '../http/query-parameters.js';
import { CHANGE_FILTER, FINDING_FILTER } from '../ingestion/run-list-parameters.js';
import { AS_OF } from '../questions/question-parameters.js';
import { SCREEN } from '../questions/screen-parameters.js';
import { RECORDS } from '../sales-records/record-parameters.js';
import { COLUMN_RECORDS } from '../screens/board-column-parameters.js';
import { TABLE_NAMES } from '../screens/screen-tables.js';
import { COLUMN_NAMES, columnNamed, type ListColumn } from './list-columns.js';

/** The kind of file that is asked for. */
export const FORMAT = requiredOneOf(
  {
    name: 'format',
    description: 'The kind of file: CSV (UTF-8 with BOM) or an Excel workbook with typed dates and numbers.',
    example: 'csv',
  },
  ['csv', 'xlsx'],
);

/** The columns that a list shows, in their order. */
const SHOWN_COLUMNS: Parameter<ListColumn[]> = parameter(
  {
    name: 'columns',
    required: false,
    isArray: true,
    enum: COLUMN_NAMES,
    description: 'The columns that a list shows, repeated in their order; the others of the sheet follow.',
    example: ['client', 'stage', 'weighted'],
  },
  (read, name) => read.list(name).map(columnNamed),
);

/** How a table is shown. */
const TABLE_VIEW = {
  columns: parameter(
    {
      name: 'columns',
      required: false,
      isArray: true,
      type: String,
      description: 'Ids of the columns that are shown, repeated in their order. Default: all of the table.',
      example: ['intros.attended', 'poa.generated'],
    },
    (read, name) => read.list(name),
  ),
  sort: text({
    name: 'sort',
    description:
      'Id of a column, or "label", with a leading "-" for descending. Default: the order of the answer.',
    example: '-intros.attended',
  }),
};

const LIST = { format: FORMAT, columns: SHOWN_COLUMNS };

/** How the file of a list is to be. */
export type ListArguments = QueryValues<typeof LIST>;

/** What is asked of each file: the same as of the answer in JSON, without its pages, and how the file is to be. */
export const FILES = {
  records: { ...RECORDS, ...LIST },
  recordsBehind: { ...RECORDS_BEHIND, ...LIST },
  finding: { ...FINDING_RECORDS, ...LIST },
  column: { ...COLUMN_RECORDS, ...LIST },
  board: { asOf: AS_OF, format: FORMAT },
  breakdown: {
    ...BREAKDOWN,
    sort: text({
      name: 'sort',
      description: '"value" or "label", with a leading "-" for descending. Default: the order of the answer.',
      example: '-value',
    }),
    format: FORMAT,
  },
  runFindings: { ...FINDING_FILTER, format: FORMAT },
  runDuplicates: { format: FORMAT },
  runMatches: { format: FORMAT },
  runChanges: { ...CHANGE_FILTER, format: FORMAT },
  template: { format: FORMAT },
  screen: {
    table: parameter(
      {
        name: 'table',
        required: true,
        enum: [...TABLE_NAMES],
        description: 'The table, by the name it has in the answer of the screen.',
        example: 'owners',
      },
      (read, name) => read.required(name),
    ),
    ...TABLE_VIEW,
    ...SCREEN,
    format: FORMAT,
  },
};

/** What is read of the query for a file. */
export type FileArguments<Name extends keyof typeof FILES> = QueryValues<(typeof FILES)[Name]>;
