import { SheetError } from './sheet-error.js';

const REPLACEMENT = 0xfffd;
/** A character takes no more bytes than this. */
const LONGEST = 4;

/** A sheet has a damaged name here and there; a file with more is something else, and each would be a finding. */
const MOST_BAD = 100_000;

/** Writes characters as UTF-8, without the NULs among them, and notes where something was wrong. */
export class Utf8Writer {
  /** Where in what was written a bad sequence became U+FFFD. */
  readonly badBytes: number[] = [];
  /** Where in what was written NULs were dropped, each place once. */
  readonly nuls: number[] = [];
  #bytes: Uint8Array;
  #length = 0;

  /** @param size about how many bytes there will be */
  constructor(size: number) {
    this.#bytes = new Uint8Array(size + (size >> 3) + LONGEST);
  }

  /** What was written. */
  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Bytes written so far. */
  get length(): number {
    return this.#length;
  }

  /** Adds a text; half of a pair of surrogates becomes U+FFFD. */
  addText(text: string): void {
    for (let at = 0; at < text.length; at++) {
      const code = text.codePointAt(at) ?? 0;
      if (code > 0xffff) at++;
      this.add((code & 0xfffff800) === 0xd800 ? REPLACEMENT : code);
    }
  }

  /** Adds a character by its code point; a NUL is dropped. */
  add(code: number): void {
    if (this.#length + LONGEST > this.#bytes.length) this.#grow();
    const bytes = this.#bytes;
    if (code === 0) this.#drop();
    else if (code < 0x80) bytes[this.#length++] = code;
    else this.#addBeyondAscii(bytes, code);
  }

  /** Adds bytes that are UTF-8 without NUL. */
  copy(bytes: Uint8Array, start: number, end: number): void {
    while (this.#length + end - start > this.#bytes.length) this.#grow();
    this.#bytes.set(bytes.subarray(start, end), this.#length);
    this.#length += end - start;
  }

  /**
   * Adds U+FFFD for a sequence that is no character.
   *
   * @throws SheetError when there are more of them than any sheet has
   */
  addBad(): void {
    if (this.badBytes.length === MOST_BAD) throw tooDamaged(this.bytes);
    this.badBytes.push(this.#length);
    this.add(REPLACEMENT);
  }

  #addBeyondAscii(bytes: Uint8Array, code: number): void {
    if (code < 0x800) bytes[this.#length++] = 0xc0 | (code >> 6);
    else {
      if (code < 0x10000) bytes[this.#length++] = 0xe0 | (code >> 12);
      else {
        bytes[this.#length++] = 0xf0 | (code >> 18);
        bytes[this.#length++] = 0x80 | ((code >> 12) & 0x3f);
      }
      bytes[this.#length++] = 0x80 | ((code >> 6) & 0x3f);
    }
    bytes[this.#length++] = 0x80 | (code & 0x3f);
  }

  #drop(): void {
    if (this.nuls.at(-1) !== this.#length) this.nuls.push(this.#length);
  }

  #grow(): void {
    const larger = new Uint8Array(this.#bytes.length * 2);
    larger.set(this.#bytes);
    this.#bytes = larger;
  }
}

function tooDamaged(written: Uint8Array): SheetError {
  const rows = written.reduce((count, byte) => count + (byte === LINE_FEED ? 1 : 0), 1);
  return new SheetError(
    'too_damaged',
    `The file has more than ${MOST_BAD.toLocaleString('en-US')} places that are no text in its encoding, up to row ${rows}. ` +
      'Save the sheet as CSV UTF-8 and upload that file.',
  );
}

const LINE_FEED = 0x0a;
