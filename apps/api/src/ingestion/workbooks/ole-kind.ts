import { createReadStream } from 'node:fs';

/** What a container of old Office files holds, as its directory names it. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');
const OLD_WORKBOOKS = ['Workbook', 'Book'].map((name) => Buffer.from(`${name}\0`, 'utf16le'));
const OVERLAP = ENCRYPTED.length;

/** What is wrong with a container of old Office files, and what to do. */
export async function oleFault(path: string): Promise<string> {
  let isOldWorkbook = false;
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(path)) {
    const seen = Buffer.concat([rest, chunk as Buffer]);
    if (seen.includes(ENCRYPTED)) {
      return 'is protected with a password. Save it in Excel without the password and upload that file.';
    }
    isOldWorkbook ||= OLD_WORKBOOKS.some((name) => seen.includes(name));
    rest = seen.subarray(-OVERLAP);
  }
  return isOldWorkbook
    ? 'is a workbook of an old Excel (.xls). Save it as .xlsx or CSV and upload that file.'
    : 'is no workbook and no table in text form. Save the sheet as .xlsx or CSV and upload that file.';
}
