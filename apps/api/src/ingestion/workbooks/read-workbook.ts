import { knownColumns, type SheetChoices, type TypedSheet } from '@app/domain';
import { CellFormats } from './cell-formats.js';
import { type CellMeanings, CellWriter } from './cell-writer.js';
import { SharedStrings } from './shared-strings.js';
import { readLinks } from './sheet-links.js';
import { SheetRows } from './sheet-rows.js';
import {
  findParts,
  linkTargets,
  refuseOtherZips,
  type SheetPart,
  type WorkbookParts,
} from './workbook-parts.js';
import { WorkbookError } from './workbook-error.js';
import { readXml } from './xml-part.js';
import { ZipArchive } from './zip-archive.js';

/** A sheet of a workbook, read. */
export interface WorkbookSheet {
  readonly sheet: TypedSheet;
  readonly sheetName: string;
  /** Every sheet with cells, in the order of the workbook. */
  readonly sheetNames: readonly string[];
}

/** How to read a workbook. */
export interface ReadWorkbookOptions {
  /** Name of the sheet; null for the visible one whose header knows most columns, the first of them on a tie. */
  readonly sheetName: string | null;
  /** What people said of how its sheets are written. */
  readonly choices?: SheetChoices;
  /** Called now and then with the number of rows read so far. */
  readonly onProgress?: (rows: number) => void;
}

/** The header is one of so many lines. */
const FIRST_ROWS = 20;
const NO_LINKS: ReadonlyMap<string, string> = new Map();

/**
 * Reads one sheet of an XLSX workbook, part by part and never whole: texts and the sheet's own cells are kept, macros,
 * pictures and other sheets are not looked at.
 *
 * @param path the file
 * @throws WorkbookError for what is no workbook, damaged, out of all proportion, or without that sheet
 * @see docs/domain.md, section 9
 */
export async function readWorkbook(path: string, options: ReadWorkbookOptions): Promise<WorkbookSheet> {
  const zip = await ZipArchive.open(path);
  try {
    const parts = await findParts(zip);
    const meanings = await readMeanings(zip, parts);
    const chosen = await choose(zip, parts, meanings, options);
    const sheet = await readSheetPart(zip, chosen, meanings, options);
    return { sheet, sheetName: chosen.name, sheetNames: namesOf(parts) };
  } finally {
    zip.close();
  }
}

/** Refuses a zip that its list of parts shows to be no workbook. @throws WorkbookError */
export async function refuseNoWorkbook(path: string): Promise<void> {
  const zip = await ZipArchive.open(path);
  try {
    refuseOtherZips(zip);
  } finally {
    zip.close();
  }
}

async function readMeanings(
  zip: ZipArchive,
  { texts, formats, isFrom1904 }: WorkbookParts,
): Promise<CellMeanings> {
  const found = { texts: new SharedStrings(), formats: new CellFormats(), isFrom1904 };
  if (texts !== null && zip.has(texts)) await readXml(texts, zip.read(texts), found.texts);
  if (formats !== null && zip.has(formats)) await readXml(formats, zip.read(formats), found.formats);
  return found;
}

async function choose(
  zip: ZipArchive,
  parts: WorkbookParts,
  meanings: CellMeanings,
  { sheetName: wanted, choices }: ReadWorkbookOptions,
): Promise<SheetPart> {
  if (wanted !== null) return named(parts, wanted);
  const visible = parts.sheets.filter(({ isVisible }) => isVisible);
  const [first] = visible;
  if (!first) throw new WorkbookError('The workbook has no visible sheet with cells.', namesOf(parts));
  let best = { part: first, known: 0 };
  for (const part of visible.length > 1 ? visible : []) {
    const known = await knownIn(zip, part, meanings, choices);
    if (known > best.known) best = { part, known };
  }
  return best.part;
}

/* Names are compared as spreadsheets do: two sheets of a workbook never differ in case alone. */
function named(parts: WorkbookParts, wanted: string): SheetPart {
  const key = (name: string) => name.trim().toLowerCase();
  const found =
    parts.sheets.find(({ name }) => name === wanted) ??
    parts.sheets.find(({ name }) => key(name) === key(wanted));
  if (found) return found;
  const names = namesOf(parts);
  throw new WorkbookError(
    `There is no sheet "${wanted}". The sheets are ${listed(names)}: choose one of them.`,
    names,
  );
}

async function knownIn(
  zip: ZipArchive,
  { part }: SheetPart,
  meanings: CellMeanings,
  choices?: SheetChoices,
): Promise<number> {
  const writer = new CellWriter(meanings, NO_LINKS);
  await readXml(part, zip.read(part), new SheetRows(writer, FIRST_ROWS));
  return knownColumns(writer.sheet.sheet(), choices);
}

async function readSheetPart(
  zip: ZipArchive,
  { part }: SheetPart,
  meanings: CellMeanings,
  { onProgress }: ReadWorkbookOptions,
): Promise<TypedSheet> {
  const targets = await linkTargets(zip, part);
  const links = targets.size > 0 ? await readLinks(part, zip.read(part), targets) : NO_LINKS;
  const writer = new CellWriter(meanings, links);
  await readXml(part, zip.read(part), new SheetRows(writer, null, onProgress));
  return writer.sheet.sheet();
}

const namesOf = ({ sheets }: WorkbookParts) => sheets.map(({ name }) => name);

const MOST_LISTED = 20;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, MOST_LISTED).map((name) => `"${name}"`);
  return names.length > MOST_LISTED
    ? `${shown.join(', ')} and ${names.length - MOST_LISTED} more`
    : shown.join(', ');
}
