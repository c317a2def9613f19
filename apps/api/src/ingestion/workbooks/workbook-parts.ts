import { type Attributes, isOn, localName, readXml, type XmlHandler } from './xml-part.js';
import { damaged, noWorkbook } from './workbook-error.js';
import type { ZipArchive } from './zip-archive.js';

/** A sheet of a workbook, and where it is. */
export interface SheetPart {
  readonly name: string;
  readonly isVisible: boolean;
  /** Name of its part. */
  readonly part: string;
}

/** What a workbook is made of. */
export interface WorkbookParts {
  /** Those with cells, in their order. */
  readonly sheets: readonly SheetPart[];
  readonly isFrom1904: boolean;
  /** Null where no cell has a text. */
  readonly texts: string | null;
  /** Null where no cell has a format. */
  readonly formats: string | null;
}

interface Relation {
  readonly id: string;
  /** The last part of its type, such as `worksheet`. */
  readonly type: string;
  readonly target: string;
}

/** Finds the parts of a workbook. @throws WorkbookError when the zip holds something else */
export async function findParts(zip: ZipArchive): Promise<WorkbookParts> {
  refuseOtherZips(zip);
  const root = await relationsOf(zip, '');
  const workbook = root.find(({ type }) => type === 'officeDocument')?.target;
  if (workbook === undefined || !zip.has(workbook) || workbook.endsWith('.bin'))
    throw noWorkbook(kindOf(zip));
  const relations = await relationsOf(zip, workbook);
  const handler = new WorkbookHandler();
  await readXml(workbook, zip.read(workbook), handler);
  if (!handler.isWorkbook) throw noWorkbook(kindOf(zip));
  const partOf = (type: string) => relations.find((relation) => relation.type === type)?.target ?? null;
  const sheets = handler.sheets.flatMap(({ id, name, isVisible }) => {
    const relation = relations.find((each) => each.id === id);
    if (!relation) throw damaged(`its sheet "${name}" is missing`);
    return relation.type === 'worksheet' ? [{ name, isVisible, part: relation.target }] : [];
  });
  return {
    sheets,
    isFrom1904: handler.isFrom1904,
    texts: partOf('sharedStrings'),
    formats: partOf('styles'),
  };
}

/** Refuses what the names of its parts show to be no workbook. @throws WorkbookError */
export function refuseOtherZips(zip: ZipArchive): void {
  const { names } = zip;
  const isOffice = zip.has('[Content_Types].xml') && zip.has('_rels/.rels');
  const isOther = ['word/', 'ppt/'].some((folder) => names.some((name) => name.startsWith(folder)));
  if (!isOffice || isOther || zip.has('xl/workbook.bin')) throw noWorkbook(kindOf(zip));
}

/** The addresses outside the file that a part points to, by their ids. */
export async function linkTargets(zip: ZipArchive, part: string): Promise<Map<string, string>> {
  const relations = await relationsOf(zip, part);
  return new Map(
    relations.filter(({ type }) => type === 'hyperlink').map(({ id, target }) => [id, target] as const),
  );
}

async function relationsOf(zip: ZipArchive, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf('/') + 1;
  const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
  if (!zip.has(name)) return [];
  const handler = new RelationsHandler(part.slice(0, slash));
  await readXml(name, zip.read(name), handler);
  return handler.found;
}

class RelationsHandler implements XmlHandler {
  readonly found: Relation[] = [];

  constructor(private readonly folder: string) {}

  open(
    name: string,
    { Id: id = '', Type: type = '', Target: target = '', TargetMode: mode }: Attributes,
  ): void {
    if (name !== 'Relationship') return;
    const last = type.slice(type.lastIndexOf('/') + 1);
    this.found.push({ id, type: last, target: mode === 'External' ? target : this.#resolve(target) });
  }

  #resolve(target: string): string {
    // The host stands for the file.
    try {
      const { pathname } = new URL(target, `zip://file/${this.folder}`);
      return decodeURIComponent(pathname).slice(1);
    } catch (error) {
      throw damaged('it points to a part with an impossible name', error);
    }
  }
}

interface NamedSheet {
  readonly id: string;
  readonly name: string;
  readonly isVisible: boolean;
}

class WorkbookHandler implements XmlHandler {
  isWorkbook = false;
  isFrom1904 = false;
  readonly sheets: NamedSheet[] = [];

  open(name: string, attributes: Attributes): void {
    if (name === 'workbook') this.isWorkbook = true;
    else if (name === 'workbookPr') this.isFrom1904 = isOn(attributes.date1904);
    else if (name === 'sheet') this.sheets.push(sheetOf(attributes));
  }
}

function sheetOf(attributes: Attributes): NamedSheet {
  const id = Object.entries(attributes).find(([key]) => key !== 'id' && localName(key) === 'id')?.[1] ?? '';
  return { id, name: attributes.name ?? '', isVisible: (attributes.state ?? 'visible') === 'visible' };
}

/** What a zip that is no workbook seems to be, by the parts it has. */
function kindOf({ names }: ZipArchive): string {
  const has = (beginning: string) => names.some((name) => name.startsWith(beginning));
  if (names.includes('xl/workbook.bin')) return 'a binary workbook (.xlsb)';
  if (has('word/')) return 'a Word document';
  if (has('ppt/')) return 'a presentation';
  if (has('index/') || names.includes('index.zip')) return 'a Numbers, Pages or Keynote document';
  if (names.includes('content.xml')) return 'an OpenDocument file (.ods)';
  return 'a zip archive';
}
