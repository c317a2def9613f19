import { finished } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Config } from '../config/config.js';
import { badRequest, tooLarge, unsupportedMedia } from '../http/problem.js';
import { SpoolService } from './spool.service.js';
import { fileOf } from './upload-request.js';

const MIB = 1024 * 1024;
/** How long a file that is refused is still read, so that its sender gets to hear why. */
const DRAIN_MS = 20_000;

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

  /** @throws ProblemException 413 for a file over the limit, 415 for one that is empty or no table */
  async receive(request: FastifyRequest, runId: string): Promise<Upload> {
    const file = await fileOf(request, this.config.uploadLimitBytes);
    const path = this.spool.pathOf(runId);
    try {
      const size = await this.spool.write(path, file.file).catch((error: unknown) => {
        throw badRequest('The file did not arrive whole: send it again.', { cause: error });
      });
      if (file.file.truncated) await this.refuseTooLarge(request);
      await this.refuseNoTable(path, file.filename);
      return { path, name: file.filename, size };
    } catch (error) {
      await this.spool.remove(path);
      throw error;
    }
  }

  private async refuseTooLarge(request: FastifyRequest): Promise<never> {
    await Promise.race([
      finished(request.raw).catch(() => undefined),
      new Promise((resolve) => setTimeout(resolve, DRAIN_MS).unref()),
    ]);
    const limit = Math.round(this.config.uploadLimitBytes / MIB);
    throw tooLarge(
      `The file is larger than ${limit} MiB, the most this installation takes. Nothing was kept.`,
    );
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
