import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { type Sniffed, sniff } from '@app/domain';
import { Config } from '../config/config.js';
import { Refusal } from '../refusals/refusal.js';
import { LeasesService } from '../leases/leases.service.js';

const SUFFIX = '.upload';
const FULL: ReadonlySet<string | undefined> = new Set(['ENOSPC', 'EDQUOT']);
const NO_ROOM =
  'The disk of the server is full: the file could not be kept, and the data is as it was before. Whoever runs this product has to make room; then try again.';

/** Files on their way in. A file's name tells which process it belongs to, so that another can clean up after it. */
@Injectable()
export class SpoolService {
  private readonly folder: string;
  private readonly limit: number;
  /** Bytes that files of this process may still grow to. */
  private readonly reserved = new Map<string, number>();

  constructor(
    config: Config,
    private readonly leases: LeasesService,
  ) {
    this.folder = join(config.dataDir, 'uploads');
    this.limit = config.uploadSpaceBytes;
  }

  pathOf(runId: string): string {
    return join(this.folder, `${this.leases.owner}.${runId}${SUFFIX}`);
  }

  /**
   * Keeps room for a file that is about to come in.
   *
   * @throws Refusal when files that wait, of any process with this folder, take it up
   */
  async reserve(path: string, bytes: number): Promise<void> {
    await this.leases.showAlive();
    this.reserved.set(path, bytes);
    const sizes = await Promise.all((await this.list()).map((name) => this.sizeOf(join(this.folder, name))));
    const written = new Map(sizes);
    for (const [each, expected] of this.reserved)
      written.set(each, Math.max(expected, written.get(each) ?? 0));
    const total = [...written.values()].reduce((sum, size) => sum + size, 0);
    // One file alone always fits.
    if (total <= this.limit || written.size === 1) return;
    this.reserved.delete(path);
    throw new Refusal(
      'too_many',
      'Files that were uploaded before fill the space for uploads: wait until they have been read, then try again.',
    );
  }

  private async sizeOf(path: string): Promise<[string, number]> {
    const found = await stat(path).catch(() => null);
    return [path, found?.size ?? 0];
  }

  /**
   * Writes a stream to a file.
   *
   * @returns its size in bytes
   * @throws Refusal when the disk is full
   */
  async write(path: string, content: Readable | string): Promise<number> {
    try {
      await mkdir(this.folder, { recursive: true });
      await pipeline(
        typeof content === 'string' ? [content] : content,
        createWriteStream(path, { mode: 0o600 }),
      );
    } catch (error) {
      if (!FULL.has((error as NodeJS.ErrnoException).code)) throw error;
      throw new Refusal('unavailable', NO_ROOM, [], { cause: error });
    }
    const { size } = await stat(path);
    this.reserved.delete(path);
    return size;
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
    this.reserved.delete(path);
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
