import { open, readFile, stat } from 'node:fs/promises';
import { sniff, type SheetSource } from '@app/domain';
import type { IngestJob } from './ingest-job.js';
import { readWorkbook } from '../workbooks/read-workbook.js';

/** What a file holds, as the domain reads it. */
export interface FileContent {
  readonly source: SheetSource;
  /** Bytes of the file. */
  readonly size: number;
  /** Sheet of a workbook; null for a CSV. */
  readonly sheetName: string | null;
  /** Every sheet of a workbook; none for a CSV. */
  readonly sheetNames: readonly string[];
}

/** The longest signature. */
const BEGINNING = 8;

/**
 * Reads a CSV, or one sheet of a workbook.
 *
 * @param job name of the sheet, null when nobody said, and what people said of how it is written
 * @param onProgress told rows and bytes while a workbook is read
 * @throws WorkbookError when it is a workbook that cannot be read
 */
export async function readContent(
  path: string,
  { sheetName, choices }: Pick<IngestJob, 'sheetName' | 'choices'>,
  onProgress: (rows: number, size: number) => void,
): Promise<FileContent> {
  const { size } = await stat(path);
  onProgress(0, size);
  if ((await kindOf(path)) !== 'zip') {
    return { source: await readFile(path), size, sheetName: null, sheetNames: [] };
  }
  const { sheet, ...names } = await readWorkbook(path, {
    sheetName,
    choices,
    onProgress: (rows) => onProgress(rows, size),
  });
  return { source: sheet, size, ...names };
}

async function kindOf(path: string) {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(BEGINNING), 0, BEGINNING, 0);
    return sniff(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}
