import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { damaged, WorkbookError } from './workbook-error.js';

/** Attributes of an element, by their names as written. */
export type Attributes = Readonly<Record<string, string>>;

/** Told what a part holds, in its order; names are without prefix. */
export interface XmlHandler {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
  /** True once there is nothing more to see. */
  readonly isDone?: boolean;
}

/**
 * Reads the XML of a part as it is unpacked. No document type is taken: workbooks have none, and what is defined there
 * could be of any length.
 *
 * @param isFragment true when it begins inside a document
 * @throws WorkbookError when it is not well-formed
 */
export async function readXml(
  name: string,
  bytes: AsyncIterable<Uint8Array>,
  handler: XmlHandler,
  isFragment = false,
): Promise<void> {
  const parser = parserOf(handler, isFragment);
  let decoder: TextDecoder | null = null;
  try {
    for await (const chunk of bytes) {
      decoder ??= decoderOf(chunk);
      parser.write(decoder.decode(chunk, { stream: true }));
      if (handler.isDone) return;
    }
    parser.write(decoder?.decode() ?? '').close();
  } catch (error) {
    // What follows in the same piece is not for this reader.
    if (handler.isDone) return;
    throw error instanceof WorkbookError ? error : asDamage(name, error);
  }
}

/* Prefixes are ours to drop: the parser's own way to follow them costs a third of its time. */
interface Options {
  readonly fragment: boolean;
  readonly position: false;
  readonly xmlns: false;
}

function parserOf(handler: XmlHandler, fragment: boolean) {
  const parser = new SaxesParser<Options>({ fragment, position: false, xmlns: false });
  parser.on('doctype', () => {
    throw new WorkbookError('The workbook is refused: it defines a document type of its own.');
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (!handler.isDone) handler.open?.(localName(name), attributes);
  });
  const addText = (text: string) => {
    if (!handler.isDone) handler.text?.(text);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', ({ name }) => {
    if (!handler.isDone) handler.close?.(localName(name));
  });
  return parser;
}

/** A name without its prefix. */
export const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
};

/** Whether an attribute says yes. */
export const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

const decoderOf = (beginning: Uint8Array) => {
  const [first, second] = beginning;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return new TextDecoder(isUtf16 ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8', { fatal: true });
};

/* Errors of this machine stay as they are. */
const asDamage = (name: string, error: unknown): unknown =>
  (error as NodeJS.ErrnoException).syscall === undefined
    ? damaged(`its part ${name} is no well-formed XML`, error)
    : error;
