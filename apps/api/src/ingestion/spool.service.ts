import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { type Sniffed, sniff } from '@app/domain';
import { Config } from '../config/config.js';
import { LeasesService } from './leases.service.js';

const SUFFIX = '.upload';

/** Files on their way in. A file's name tells which process it belongs to, so that another can clean up after it. */
@Injectable()
export class SpoolService {
  private readonly folder: string;

  constructor(
    config: Config,
    private readonly leases: LeasesService,
  ) {
    this.folder = join(config.dataDir, 'uploads');
  }

  pathOf(runId: string): string {
    return join(this.folder, `${this.leases.owner}.${runId}${SUFFIX}`);
  }

  /** Writes a stream to a file. @returns its size in bytes */
  async write(path: string, content: Readable | string): Promise<number> {
    await mkdir(this.folder, { recursive: true });
    await pipeline(
      typeof content === 'string' ? [content] : content,
      createWriteStream(path, { mode: 0o600 }),
    );
    return (await stat(path)).size;
  }

  /** What kind of file it is, by its beginning; only a file that begins blank is read further. */
  async sniff(path: string): Promise<Sniffed> {
    let found: Sniffed = 'empty';
    for await (const chunk of createReadStream(path)) {
      found = sniff(chunk as Buffer);
      if (found !== 'empty') break;
    }
    return found;
  }

  async remove(path: string): Promise<void> {
    await rm(path, { force: true });
  }

  /** Names of the files that are there now. */
  async list(): Promise<string[]> {
    const names = await readdir(this.folder).catch(() => []);
    return names.filter((name) => name.endsWith(SUFFIX));
  }

  /** Removes those of the given files that belong to no living process. */
  async removeOrphans(names: readonly string[], liveOwners: ReadonlySet<string>): Promise<void> {
    const orphans = names.filter((name) => !liveOwners.has(name.slice(0, name.indexOf('.'))));
    await Promise.all(orphans.map((name) => this.remove(join(this.folder, name))));
  }
}
