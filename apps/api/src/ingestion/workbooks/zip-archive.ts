import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { damaged, WorkbookError } from './workbook-error.js';

/** Bytes that the parts of a workbook which are read may have together, unpacked. */
const MAX_UNPACKED = 2 * 1024 * 1024 * 1024;
/** Sheets shrink to a tenth; only what repeats itself for ever shrinks to less than this. */
const MAX_RATIO = 200;
/** A small part may be as repetitive as it likes. */
const RATIO_FROM = 16 * 1024 * 1024;
/** Workbooks have a handful for each sheet, pictures and comments. */
const MAX_ENTRIES = 20_000;
const MIB = 1024 * 1024;

/** A zip file, read part by part; nothing is unpacked that is not asked for. */
export class ZipArchive {
  #unpacked = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws WorkbookError when it is no zip, or one that was cut off */
  static async open(path: string): Promise<ZipArchive> {
    let zip: ZipFile | null = null;
    try {
      zip = await openPromise(path, { lazyEntries: true, autoClose: false });
      if (zip.entryCount > MAX_ENTRIES)
        throw new WorkbookError(`The file has ${zip.entryCount} parts, far more than a workbook has.`);
      const entries = new Map<string, Entry>();
      for await (const entry of zip.eachEntry()) entries.set(nameOf(entry.fileName), entry);
      return new ZipArchive(zip, entries);
    } catch (error) {
      zip?.close();
      throw asDamage(error, 'it breaks off, or its list of parts is spoilt');
    }
  }

  /** Names of its parts, without a leading slash, in lower case. */
  get names(): string[] {
    return [...this.entries.keys()];
  }

  /** Whether it has a part of that name, in any case. */
  has(name: string): boolean {
    return this.entries.has(nameOf(name));
  }

  /**
   * The bytes of a part as they are unpacked.
   *
   * @throws WorkbookError when it is missing, damaged or out of all proportion
   */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(nameOf(name));
    if (!entry) throw damaged(`its part ${name} is missing`);
    this.#refuseBomb(entry);
    let sum = 0;
    try {
      const stream = await this.zip.openReadStreamPromise(entry);
      for await (const chunk of stream) {
        sum = crc32(chunk as Buffer, sum);
        yield chunk as Buffer;
      }
    } catch (error) {
      throw asDamage(error, `its part ${name} cannot be unpacked`);
    }
    if (sum !== entry.crc32) throw damaged(`its part ${name} has other content than was saved`);
  }

  close(): void {
    this.zip.close();
  }

  /* The sizes are those that the file states: the reader of a part fails when there is more in it. */
  #refuseBomb({ uncompressedSize, compressedSize, fileName }: Entry): void {
    this.#unpacked += uncompressedSize;
    const ratio = uncompressedSize / Math.max(1, compressedSize);
    if (this.#unpacked <= MAX_UNPACKED && (uncompressedSize < RATIO_FROM || ratio <= MAX_RATIO)) return;
    throw new WorkbookError(
      `The workbook is refused: its part ${fileName} would unpack from ${inMib(compressedSize)} to ` +
        `${inMib(uncompressedSize)} MiB. Delete empty rows and columns below and beside the data, or export the sheet as CSV.`,
    );
  }
}

const inMib = (bytes: number) => Math.max(0.1, Math.round((bytes / MIB) * 10) / 10).toLocaleString('en-US');

/* Names are compared as Windows does, where most workbooks come from. */
const nameOf = (name: string) => name.replace(/^\/+/, '').toLowerCase();

/* Errors of this machine, such as a file that is gone, stay as they are. */
const asDamage = (error: unknown, what: string): unknown =>
  error instanceof WorkbookError || (error as NodeJS.ErrnoException).syscall !== undefined
    ? error
    : damaged(what, error);
