import { Readable } from 'node:stream';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection, mongo } from 'mongoose';
import { driverDatabase } from '../../database/driver-database.js';

interface FilePart {
  run_id: string;
  /** From 0. */
  part: number;
  /** Of the compressed file. */
  bytes: mongo.Binary;
}

/** `ingestion_files`: the files of runs that wait for a decision, compressed; the worker writes them. */
@Injectable()
export class KeptFilesRepository {
  constructor(@InjectConnection() private readonly connection: Connection) {}

  async has(runId: string): Promise<boolean> {
    return (await this.files.countDocuments({ run_id: runId }, { limit: 1 })) > 0;
  }

  /** The bytes of a file; what goes wrong on the way shows when they are read. */
  read(runId: string): Readable {
    const whole = createGunzip();
    pipeline(Readable.from(this.parts(runId)), whole, () => undefined);
    return whole;
  }

  async remove(runIds: readonly string[]): Promise<void> {
    await this.files.deleteMany({ run_id: { $in: [...runIds] } });
  }

  /** Runs that have a file. */
  async runs(): Promise<string[]> {
    const first = await this.files.find({ part: 0 }, { projection: { run_id: 1 } }).toArray();
    return first.map(({ run_id }) => run_id);
  }

  private async *parts(runId: string): AsyncGenerator<Uint8Array> {
    for (let part = 0; ; part += 1) {
      const found = await this.files.findOne({ run_id: runId, part });
      if (!found) return;
      yield found.bytes.value();
    }
  }

  private get files(): mongo.Collection<FilePart> {
    return driverDatabase(this.connection).collection<FilePart>('ingestion_files');
  }
}
