import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Config } from '../config/config.js';
import { unsupportedMedia } from '../http/problem.js';
import { SpoolService } from './spool.service.js';
import { checkForm, fileOf } from './upload-form.js';

/** A file that has arrived whole. */
export interface Upload {
  readonly path: string;
  /** As the sender calls it. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** Takes files in: streamed to disk, never whole in memory; what is refused leaves nothing behind. */
@Injectable()
export class UploadsService {
  constructor(
    private readonly config: Config,
    private readonly spool: SpoolService,
  ) {}

  /** @throws ProblemException 400 for a form that is malformed, 413 for one over the limit, 415 for no table */
  async receive(request: FastifyRequest, runId: string): Promise<Upload> {
    const limit = this.config.uploadLimitBytes;
    checkForm(request, limit);
    const path = this.spool.pathOf(runId);
    try {
      const upload = await fileOf(request, limit, async ({ file, filename }) => ({
        path,
        name: filename,
        size: await this.spool.write(path, file),
      }));
      await this.refuseNoTable(path, upload.name);
      return upload;
    } catch (error) {
      await this.spool.remove(path);
      throw error;
    }
  }

  private async refuseNoTable(path: string, name: string): Promise<void> {
    const kind = await this.spool.sniff(path);
    if (kind === 'empty') throw unsupportedMedia(`"${name}" is empty. Export the sheet as CSV again.`);
    if (kind === 'binary') {
      throw unsupportedMedia(
        `"${name}" is not a table in text form. Export the sheet as CSV and upload that file.`,
      );
    }
  }
}
