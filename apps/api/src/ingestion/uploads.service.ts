import { Injectable } from '@nestjs/common';
import type { ChooseReading } from '@app/contracts';
import { Config } from '../config/config.js';
import { Refusal } from '../refusals/refusal.js';
import { refuseSheetOf } from './sheet-choice.js';
import { SpoolService } from './spool.service.js';
import type { UploadForm } from './upload-form.js';
import { oleFault } from './workbooks/ole-kind.js';
import { refuseNoWorkbook } from './workbooks/read-workbook.js';
import { WorkbookError } from './workbooks/workbook-error.js';

/** A file that was received completely. */
export interface Upload {
  readonly path: string;
  /** As the sender calls it. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly kind: 'csv' | 'xlsx';
}

/** Receives files: streamed to disk, never whole in memory; what is refused leaves nothing behind. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly config: Config,
    private readonly spool: SpoolService,
  ) {}

  /**
   * @param said what of it is to be read
   * @param ask who sends the file, once it is here
   * @throws Refusal for a form that is malformed or over the limit, for a file that is no table, and for one that has
   * not what is to be read of it
   */
  async receive<Sender>(
    form: UploadForm,
    runId: string,
    said: Pick<ChooseReading, 'sheet'>,
    ask: () => Promise<Sender>,
  ): Promise<{ upload: Upload; sender: Sender }> {
    const limit = this.config.uploadLimitBytes;
    form.check(limit);
    const path = this.spool.pathOf(runId);
    await this.spool.reserve(path, form.expectedBytes(limit));
    try {
      const received = await form.file(limit, async ({ file, filename }) => ({
        path,
        name: filename,
        size: await this.spool.write(path, file),
      }));
      const kind = await this.kindOf(path, received.name);
      refuseSheetOf({ source: { type: kind, name: received.name }, report: null }, said);
      return { upload: { ...received, kind }, sender: await ask() };
    } catch (error) {
      await this.spool.remove(path);
      throw error;
    }
  }

  private async kindOf(path: string, name: string): Promise<Upload['kind']> {
    const kind = await this.spool.sniff(path);
    if (kind === 'csv') return 'csv';
    if (kind === 'zip') await refuseOther(path, name);
    else throw new Refusal('wrong_kind', `"${name}" ${await faultOf(kind, path)}`);
    return 'xlsx';
  }
}

async function faultOf(kind: 'ole' | 'empty' | 'binary', path: string): Promise<string> {
  if (kind === 'ole') return oleFault(path);
  return kind === 'empty'
    ? 'is empty. Export the sheet again and upload that file.'
    : 'is no workbook and no table in text form. Save the sheet as .xlsx or CSV and upload that file.';
}

/* Only the list of its parts is looked at here; they are read in a thread of their own. */
async function refuseOther(path: string, name: string): Promise<void> {
  try {
    await refuseNoWorkbook(path);
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    throw new Refusal('wrong_kind', `"${name}" cannot be read. ${error.message}`, [], { cause: error });
  }
}
