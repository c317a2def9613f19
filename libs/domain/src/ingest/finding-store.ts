import { doubled } from '../data-structures/doubled.js';
import { DEAL_FIELDS, type DealField } from '../deal/sheet-columns.js';
import { decode } from './encoding.js';
import type { FindingPlace, ImportFinding, ImportFindingCode } from './sheet.js';
import { IMPORT_FINDING_CODES, messageOf } from './sheet-column.js';
import { Utf8Writer } from './utf8-writer.js';

const FIRST_ROOM = 1024;

/**
 * Findings about rows, as numbers: a sheet of a million rows may have several in each, and one object for each of them
 * takes more room than its deals. Those that say the same of the same column share a subject.
 */
export class FindingStore {
  /** How many there are. */
  length = 0;
  #rows = new Int32Array(FIRST_ROOM);
  #subjects = new Int32Array(FIRST_ROOM);
  #subjectCount = 0;
  /* Of each subject its kind, and where its text ends. */
  #kinds = new Int32Array(FIRST_ROOM);
  #ends = new Int32Array(FIRST_ROOM);
  readonly #texts = new Utf8Writer(FIRST_ROOM);
  readonly #plain = new Map<number, number>();

  /** Adds a finding that has no value. */
  add(code: ImportFindingCode, column: DealField | null, row: number): void {
    const kind = kindOf(code, column, false);
    const subject = this.#plain.get(kind) ?? this.#addSubject(kind);
    this.#plain.set(kind, subject);
    this.addAbout(subject, row);
  }

  /**
   * A subject of findings.
   *
   * @param text the cell as it was written
   */
  subject(code: ImportFindingCode, column: DealField | null, text: string): number {
    this.#texts.addText(text);
    return this.#addSubject(kindOf(code, column, true));
  }

  /** Adds a finding about a subject. */
  addAbout(subject: number, row: number): void {
    if (this.length === this.#rows.length) {
      this.#rows = doubled(this.#rows);
      this.#subjects = doubled(this.#subjects);
    }
    this.#rows[this.length] = row;
    this.#subjects[this.length++] = subject;
  }

  /** Brings those from a place on among those before it, by row; each of both is in the order of rows. */
  merge(place: number): void {
    if (place === 0) return;
    const [rows, subjects] = [this.#rows.slice(0, this.length), this.#subjects.slice(0, this.length)];
    let [one, other] = [0, place];
    for (let at = 0; at < this.length; at++) {
      const isOther = one === place || (other < this.length && (rows[other] ?? 0) < (rows[one] ?? 0));
      const from = isOther ? other++ : one++;
      this.#rows[at] = rows[from] ?? 0;
      this.#subjects[at] = subjects[from] ?? 0;
    }
  }

  /** Where a finding is, and of which kind. */
  placeOf(at: number): FindingPlace {
    return { row: this.#rows[at] ?? 0, ...codeAndColumn(this.#kinds[this.#subjects[at] ?? 0] ?? 0) };
  }

  /** A finding, in words. */
  at(at: number): ImportFinding {
    const { row, column, code } = this.placeOf(at);
    const value = this.#textOf(this.#subjects[at] ?? 0);
    const message = messageOf(code, value ?? '', column);
    return { row, column, code, message, value, count: null, sum: null };
  }

  #textOf(subject: number): string | null {
    if (!hasText(this.#kinds[subject] ?? 0)) return null;
    return decode(this.#texts.bytes.subarray(this.#ends[subject - 1] ?? 0, this.#ends[subject]));
  }

  #addSubject(kind: number): number {
    if (this.#subjectCount === this.#kinds.length) {
      this.#kinds = doubled(this.#kinds);
      this.#ends = doubled(this.#ends);
    }
    this.#kinds[this.#subjectCount] = kind;
    this.#ends[this.#subjectCount] = this.#texts.length;
    return this.#subjectCount++;
  }
}

/* Code, column and whether there is a text, in one number. */
const COLUMNS = DEAL_FIELDS.length + 1;
const kindOf = (code: ImportFindingCode, column: DealField | null, isAboutText: boolean) =>
  2 *
    (IMPORT_FINDING_CODES.indexOf(code) * COLUMNS + (column === null ? 0 : DEAL_FIELDS.indexOf(column) + 1)) +
  Number(isAboutText);
const hasText = (kind: number) => kind % 2 === 1;

function codeAndColumn(kind: number): Pick<FindingPlace, 'code' | 'column'> {
  const both = kind >> 1;
  const code = IMPORT_FINDING_CODES[Math.floor(both / COLUMNS)];
  if (!code) throw new Error(`There is no kind of finding ${kind}.`);
  return { column: DEAL_FIELDS[(both % COLUMNS) - 1] ?? null, code };
}
