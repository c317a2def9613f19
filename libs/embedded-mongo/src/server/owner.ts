import { randomUUID } from 'node:crypto';
import { createConnection, createServer, type AddressInfo, type Server } from 'node:net';
import { DataFolderInUseError } from '../errors.js';
import type { Store } from '../storage/store.js';

const OWNER = Buffer.from('owner');
/** An owner that is busy or suspended accepts a connection and stays silent: that is an owner too. */
const ANSWER_MILLISECONDS = 3_000;
const HOST = '127.0.0.1';

/** What an owner writes into the store about itself. */
interface OwnerRecord {
  pid: number;
  /** Loopback port on which the owner says its token to whoever asks. */
  port: number;
  token: string;
}

/**
 * Keeps a data folder to one server. The owner writes a token and a port into the store and says the token on
 * that port as long as it lives. Whoever comes next asks there: no answer means that the owner is gone, however
 * it ended, and the folder can be taken at once. Two that take it at the same moment meet in a transaction of
 * the store, which only one of them wins.
 */
export class DataFolderOwner {
  private readonly token = randomUUID();
  private guard: Server | undefined;

  constructor(
    private readonly dataDir: string,
    private readonly store: Store,
  ) {}

  /**
   * Takes the folder.
   *
   * @throws DataFolderInUseError while its owner lives
   */
  async claim(): Promise<void> {
    const port = await this.openGuard();
    try {
      while (!(await this.tryClaim(port)));
    } catch (error) {
      this.closeGuard();
      throw error;
    }
  }

  /** Gives the folder back. */
  async release(): Promise<void> {
    this.store.transaction(() => {
      this.store.catalog.removeSync(OWNER);
    });
    this.closeGuard();
    await Promise.resolve();
  }

  /** False when somebody else changed the owner meanwhile. */
  private async tryClaim(port: number): Promise<boolean> {
    const seen = this.store.catalog.getBinary(OWNER);
    const holder = seen && readOwner(seen);
    if (holder && (await isAlive(holder))) {
      throw new DataFolderInUseError(this.dataDir, holder.pid, `${HOST}:${holder.port}`);
    }
    return this.store.transaction(() => {
      const current = this.store.catalog.getBinary(OWNER);
      if (!sameBytes(seen, current)) return false;
      const record: OwnerRecord = { pid: process.pid, port, token: this.token };
      this.store.catalog.putSync(OWNER, Buffer.from(JSON.stringify(record)));
      return true;
    });
  }

  private openGuard(): Promise<number> {
    const guard = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.end(this.token);
    });
    this.guard = guard;
    guard.unref();
    return new Promise((resolve, reject) => {
      guard.once('error', reject);
      guard.listen(0, HOST, () => resolve((guard.address() as AddressInfo).port));
    });
  }

  private closeGuard(): void {
    this.guard?.close();
  }
}

function readOwner(bytes: Buffer): OwnerRecord {
  return JSON.parse(bytes.toString('utf8')) as OwnerRecord;
}

function sameBytes(a: Buffer | undefined, b: Buffer | undefined): boolean {
  return a && b ? a.equals(b) : a === b;
}

/** Another program may have the port by now: only the token proves the owner. */
function isAlive({ port, token }: OwnerRecord): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: HOST });
    let answer = '';
    const settle = (isOwner: boolean): void => {
      resolve(isOwner);
      socket.destroy();
    };
    socket.setTimeout(ANSWER_MILLISECONDS, () => settle(true));
    socket.on('data', (chunk) => (answer += chunk.toString('utf8')));
    socket.on('end', () => settle(answer === token));
    socket.on('error', () => settle(false));
  });
}
