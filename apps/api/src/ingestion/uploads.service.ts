import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { Refusal } from '../refusals/refusal.js';
import { SpoolService } from './spool.service.js';
import type { UploadForm } from './upload-form.js';

/** A file that was received completely. */
export interface Upload {
  readonly path: string;
  /** As the sender calls it. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** Receives files: streamed to disk, never whole in memory; what is refused leaves nothing behind. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly config: Config,
    private readonly spool: SpoolService,
  ) {}

  /**
   * @param ask who sends the file, once it is here
   * @throws Refusal for a form that is malformed or over the limit, and for a file that is no table
   */
  async receive<Sender>(
    form: UploadForm,
    runId: string,
    ask: () => Promise<Sender>,
  ): Promise<{ upload: Upload; sender: Sender }> {
    const limit = this.config.uploadLimitBytes;
    form.check(limit);
    const path = this.spool.pathOf(runId);
    try {
      const upload = await form.file(limit, async ({ file, filename }) => ({
        path,
        name: filename,
        size: await this.spool.write(path, file),
      }));
      await this.refuseNoTable(path, upload.name);
      return { upload, sender: await ask() };
    } catch (error) {
      await this.spool.remove(path);
      throw error;
    }
  }

  private async refuseNoTable(path: string, name: string): Promise<void> {
    const kind = await this.spool.sniff(path);
    if (kind === 'empty') {
      throw new Refusal('wrong_kind', `"${name}" is empty. Export the sheet as CSV again.`);
    }
    if (kind !== 'csv') {
      throw new Refusal(
        'wrong_kind',
        `"${name}" is not a table in text form. Export the sheet as CSV and upload that file.`,
      );
    }
  }
}
