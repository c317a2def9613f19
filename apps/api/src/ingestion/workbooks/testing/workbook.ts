import { type ZipPart, zipOf } from './zip.js';

/** A sheet of a workbook made by hand: the XML within its element `sheetData`, and what follows it. */
export interface SheetXml {
  readonly name?: string;
  readonly state?: 'hidden' | 'veryHidden';
  readonly data: string;
  readonly after?: string;
  /** Addresses that cells open, by the id of their relationship. */
  readonly links?: Readonly<Record<string, string>>;
}

/** What a workbook made by hand has. */
export interface WorkbookXml {
  readonly sheets: readonly SheetXml[];
  /** XML of its table of texts, without the element around it. */
  readonly texts?: string;
  /** Codes of number formats: the style n of a cell has the nth, the style 0 has none. */
  readonly formats?: readonly (string | number)[];
  readonly isFrom1904?: boolean;
  /** Parts besides, and instead of, its own. */
  readonly parts?: Readonly<Record<string, ZipPart | string>>;
}

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The parts of a workbook, as Excel lays them out. */
export function workbookParts({ sheets, texts, formats = [], isFrom1904, parts }: WorkbookXml) {
  const numbered = sheets.map((sheet, at) => ({ ...sheet, id: at + 1 }));
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relations([['rId1', 'officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${TYPES}"><workbookPr${isFrom1904 ? ' date1904="1"' : ''}/><sheets>${numbered
      .map(
        ({ name, state, id }) =>
          `<sheet name="${name ?? `Sheet${id}`}" sheetId="${id}"${state ? ` state="${state}"` : ''} r:id="rId${id}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations([
      ...numbered.map(({ id }) => [`rId${id}`, 'worksheet', `worksheets/sheet${id}.xml`] as const),
      ['rIdT', 'sharedStrings', 'sharedStrings.xml'],
      ['rIdS', 'styles', 'styles.xml'],
    ]),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${texts ?? ''}</sst>`,
    'xl/styles.xml': styles(formats),
    ...Object.fromEntries(
      numbered.flatMap(({ id, data, after = '', links = {} }) => [
        [
          `xl/worksheets/sheet${id}.xml`,
          `<worksheet xmlns="${MAIN}" xmlns:r="${TYPES}"><sheetData>${data}</sheetData>${after}</worksheet>`,
        ],
        [
          `xl/worksheets/_rels/sheet${id}.xml.rels`,
          relations(
            Object.entries(links).map(([key, target]) => [key, 'hyperlink', target, 'External'] as const),
          ),
        ],
      ]),
    ),
    ...parts,
  };
}

/** A workbook made by hand. */
export const workbookOf = (workbook: WorkbookXml): Buffer<ArrayBuffer> => zipOf(workbookParts(workbook));

/** A row of texts that stand in their cells. */
export const rowXml = (row: number, texts: readonly string[]): string =>
  `<row r="${row}">${texts.map((text) => `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`).join('')}</row>`;

type Relation = readonly [id: string, type: string, target: string, mode?: string];

const relations = (all: readonly Relation[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(
      ([id, type, target, mode]) =>
        `<Relationship Id="${id}" Type="${TYPES}/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ''}/>`,
    )
    .join('')}</Relationships>`;

function styles(formats: readonly (string | number)[]): string {
  const ids = formats.map((format, at) => (typeof format === 'number' ? format : 200 + at));
  const codes = formats.map((format, at) =>
    typeof format === 'string'
      ? `<numFmt numFmtId="${ids[at]}" formatCode="${format.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"/>`
      : '',
  );
  const cells = [0, ...ids].map((id) => `<xf numFmtId="${id}"/>`).join('');
  // Styles of other things than cells have formats, too.
  return `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>${cells}</cellXfs></styleSheet>`;
}
