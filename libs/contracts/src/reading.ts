import {
  type DateOrder,
  DATE_ORDERS,
  type DealField,
  type ImportColumn,
  faultOfMapping,
  faultOfName,
  SEPARATOR_NAMES,
  type SeparatorName,
  SINGLE_BYTE_ENCODINGS,
  type SingleByteEncoding,
  type WholeNumber,
} from '@app/domain';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, ValidateBy } from 'class-validator';
import type { Instant, Page, Who } from './shared.js';

/** Lines among which the header is looked for, and may be said to be. */
export const LAST_HEADER_ROW = 20;
/** Characters of the name of a sheet. */
export const LONGEST_SHEET_NAME = 200;

const oneOf = (words: readonly string[]) => `must be one of ${words.join(', ')}`;

/** The name of a sheet or tab, without characters that nobody sees. */
export const IsPlainName = () =>
  ValidateBy({
    name: 'isPlainName',
    validator: {
      validate: (name: unknown) => typeof name !== 'string' || faultOfName(name) === null,
      defaultMessage: (given) => `${given?.property} ${faultOfName(String(given?.value)) ?? ''}.`,
    },
  });

const IsColumnMapping = () =>
  ValidateBy({
    name: 'isColumnMapping',
    validator: {
      validate: (mapping: unknown) => faultOfMapping(mapping) === null,
      defaultMessage: (given) => `${given?.property} ${faultOfMapping(given?.value) ?? ''}`,
    },
  });

/** How to read a file: what is left out, or null, is found in the file. Body of `POST …/{run}/preview`. */
export class ChooseReading {
  /** Encoding of a file that is no Unicode. */
  @IsOptional()
  @IsIn(SINGLE_BYTE_ENCODINGS, { message: `encoding ${oneOf(SINGLE_BYTE_ENCODINGS)}.` })
  encoding?: SingleByteEncoding | null;

  /** What separates its cells. */
  @IsOptional()
  @IsIn(SEPARATOR_NAMES, { message: `separator ${oneOf(SEPARATOR_NAMES)}.` })
  separator?: SeparatorName | null;

  /** Row of its header; the first line of the sheet is 1. */
  @IsOptional()
  @IsInt({ message: `header_row must be a whole number from 1 to ${LAST_HEADER_ROW}.` })
  @Min(1, { message: `header_row must be a whole number from 1 to ${LAST_HEADER_ROW}.` })
  @Max(LAST_HEADER_ROW, { message: `header_row must be a whole number from 1 to ${LAST_HEADER_ROW}.` })
  header_row?: WholeNumber | null;

  /** Order of day and month in dates that can be read in both. */
  @IsOptional()
  @IsIn(DATE_ORDERS, { message: `date_order ${oneOf(DATE_ORDERS)}.` })
  date_order?: DateOrder | null;

  /** Name of the workbook's sheet. */
  @IsOptional()
  @IsPlainName()
  @MaxLength(LONGEST_SHEET_NAME, { message: `sheet has more than ${LONGEST_SHEET_NAME} characters.` })
  @IsString({ message: 'sheet must be the name of a sheet of the workbook.' })
  sheet?: string | null;

  /**
   * Which column each header is, in any spelling: a database name, or null to leave it out.
   *
   * @example { "Account": "client", "Region": null }
   */
  @IsOptional()
  @IsColumnMapping()
  columns?: Record<string, DealField | null> | null;
}

/**
 * Body of `PUT /views/{id}/reading`: how the sheets of a view are read from the next import on. What is left out stays
 * as it is, null forgets it.
 */
export class ChangeViewReading {
  /** Encoding of files that are no Unicode. */
  @IsOptional()
  @IsIn(SINGLE_BYTE_ENCODINGS, { message: `encoding ${oneOf(SINGLE_BYTE_ENCODINGS)}, or null.` })
  encoding?: SingleByteEncoding | null;

  /** What separates cells. */
  @IsOptional()
  @IsIn(SEPARATOR_NAMES, { message: `separator ${oneOf(SEPARATOR_NAMES)}, or null.` })
  separator?: SeparatorName | null;

  /** Order of day and month in dates that can be read in both. */
  @IsOptional()
  @IsIn(DATE_ORDERS, { message: `date_order ${oneOf(DATE_ORDERS)}, or null.` })
  date_order?: DateOrder | null;

  /**
   * Which column each header is, in any spelling, all of them: a database name, or null for one that is left out.
   *
   * @example { "Account": "client", "Region": null }
   */
  @IsOptional()
  @IsColumnMapping()
  column_mapping?: Record<string, DealField | null> | null;
}

/** Answer of `GET /views/{id}/reading`: how the sheets of a view are read; null is found in each file. */
export interface ViewReading {
  /** Encoding of files that are no Unicode. */
  encoding: SingleByteEncoding | null;
  /** What separates cells. */
  separator: SeparatorName | null;
  /** Order of day and month in dates that can be read in both. */
  date_order: DateOrder | null;
  /** Which column each header is, by the header as it is compared; null for one that is left out. */
  column_mapping: Record<string, DealField | null>;
  /** Who said so last: by a change, or by publishing a run that was told. */
  changed_by: Who | null;
  /** When; null when nobody did. */
  changed_at: Instant | null;
}

/** The columns that a sheet may have, in the order of the template. */
export type ImportColumnPage = Page<ImportColumn>;
