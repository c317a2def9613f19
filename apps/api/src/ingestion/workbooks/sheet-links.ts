import { readXml, type Attributes, localName, type XmlHandler } from './xml-part.js';
import { placeOf } from './cell-place.js';

const BEGINNING = /<(?:[\w.-]+:)?hyperlinks[\s>/]/;
/** So much of what was read before is kept: the beginning may lie across. */
const OVERLAP = 100;
/** A link over more cells than this marks an area, such as a whole column. */
const MAX_CELLS = 1_000;

/**
 * The addresses that cells of a sheet open. They stand behind all its cells, which therefore are skipped, not parsed.
 *
 * @param bytes XML of the sheet
 * @param targets addresses by the id of their relationship
 * @returns addresses by the name of the cell
 */
export async function readLinks(
  part: string,
  bytes: AsyncIterable<Uint8Array>,
  targets: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const links = new LinkHandler(targets);
  await readXml(part, fromLinks(bytes), links, true);
  return links.found;
}

async function* fromLinks(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let rest = Buffer.alloc(0);
  let isFound = false;
  for await (const chunk of bytes) {
    if (isFound) {
      yield chunk;
      continue;
    }
    const seen = Buffer.concat([rest, chunk]);
    const at = seen.includes('hyperlinks') ? (BEGINNING.exec(seen.toString('latin1'))?.index ?? -1) : -1;
    isFound = at !== -1;
    if (isFound) yield seen.subarray(at);
    else rest = seen.subarray(-OVERLAP);
  }
}

class LinkHandler implements XmlHandler {
  readonly found = new Map<string, string>();
  isDone = false;

  constructor(private readonly targets: ReadonlyMap<string, string>) {}

  open(name: string, attributes: Attributes): void {
    if (name !== 'hyperlink' || attributes.ref === undefined) return;
    const id = Object.entries(attributes).find(([key]) => localName(key) === 'id')?.[1] ?? '';
    const target = this.targets.get(id);
    if (target === undefined) return;
    for (const cell of cellsOf(attributes.ref)) this.found.set(cell, target + hash(attributes.location));
  }

  close(name: string): void {
    this.isDone ||= name === 'hyperlinks';
  }
}

const hash = (location: string | undefined) => (location ? `#${location}` : '');

/* The names of the cells of `B2` or `B2:B7`. */
function cellsOf(area: string): string[] {
  const [first = '', last = first] = area.split(':');
  const [from, to] = [placeOf(first), placeOf(last)];
  const width = to.column - from.column + 1;
  const count = width * (to.row - from.row + 1);
  if (count < 1 || count > MAX_CELLS) return [];
  return Array.from(
    { length: count },
    (_, at) => `${lettersOf(from.column + (at % width))}${from.row + Math.floor(at / width)}`,
  );
}

function lettersOf(column: number): string {
  let [letters, rest] = ['', column];
  for (; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
