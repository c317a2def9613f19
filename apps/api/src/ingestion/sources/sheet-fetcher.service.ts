import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Config } from '../../config/config.js';
import {
  FetchFault,
  googleFails,
  noSheetAnswered,
  noSuchSheet,
  noSuchTab,
  notShared,
  offline,
  quotaUsed,
  tookTooLong,
  tooLarge,
} from './fetch-fault.js';
import { askGoogle } from './google-http.js';
import { ServiceAccount } from './service-account.js';
import { exportAddress, type SheetAddress } from './sheet-address.js';

/** A sheet to fetch. */
export interface WantedSheet {
  readonly address: SheetAddress;
  /** Name of the tab; null where nobody said. */
  readonly tab: string | null;
}

/** Writes what comes, and tells how many bytes it was. */
export type Write = (content: Readable) => Promise<number>;

/** Everything together, retries included. */
const WHOLE_MS = 180_000;
/** Before the second try, and so on, unless Google says how long. */
const PAUSES_MS = [1_000, 3_000, 8_000];
/** Whoever has to wait for longer is told to come again. */
const LONGEST_PAUSE_MS = 30_000;
const MIB = 1024 * 1024;
const BEGINNING = 512;
const WEB_PAGE = /^\s*(?:<!doctype html|<html)/i;

/** Fetches sheets from Google: public ones, and those shared with the service account of the installation. */
@Injectable()
export class SheetFetcherService {
  constructor(
    private readonly config: Config,
    private readonly account: ServiceAccount,
  ) {}

  /**
   * Fetches a sheet, with a few tries where it may work in a moment.
   *
   * @param write takes the bytes; it is called anew for each try
   * @returns how many there were
   * @throws FetchFault for people; the reason of `stopping` once it is aborted
   */
  async fetch(wanted: WantedSheet, write: Write, stopping: AbortSignal): Promise<number> {
    const tooLate = AbortSignal.timeout(WHOLE_MS);
    const signal = AbortSignal.any([stopping, tooLate]);
    try {
      return await this.persistently(wanted, write, signal);
    } catch (error) {
      stopping.throwIfAborted();
      throw tooLate.aborted ? tookTooLong(WHOLE_MS / 1000) : error;
    }
  }

  private async persistently(wanted: WantedSheet, write: Write, signal: AbortSignal): Promise<number> {
    for (const usual of [...PAUSES_MS, null]) {
      try {
        return await this.once(wanted, write, signal);
      } catch (error) {
        if (usual === null || !(error instanceof FetchFault) || !error.isPassing) throw error;
        const wait = error.waitFor ?? usual;
        if (wait > LONGEST_PAUSE_MS) throw error;
        await pause(wait, undefined, { signal });
      }
    }
    throw new Error('The last try ends the loop.');
  }

  private async once(wanted: WantedSheet, write: Write, signal: AbortSignal): Promise<number> {
    const headers = await this.account.headers(signal);
    const url = exportAddress(wanted.address, wanted.tab);
    const answer = await askGoogle(url, { headers, signal }, this.account.address);
    try {
      this.check(answer, wanted);
      return await write(Readable.from(this.content(answer, signal), { objectMode: false }));
    } finally {
      answer.destroy();
    }
  }

  private check({ statusCode = 0, headers }: IncomingMessage, { address, tab }: WantedSheet): void {
    const wait = waitOf(headers['retry-after']);
    if (statusCode === 401 || statusCode === 403) throw notShared(this.account.address);
    if (statusCode === 400 && tab === null && address.gid !== null) throw noSuchTab(address.gid);
    if (statusCode === 400 || statusCode === 404 || statusCode === 410) throw noSuchSheet();
    if (statusCode === 429) throw quotaUsed(wait);
    if (statusCode !== 200) throw googleFails(statusCode, wait);
    if (/^text\/html/i.test(headers['content-type'] ?? '')) throw noSheetAnswered();
    if (Number(headers['content-length'] ?? 0) > this.config.uploadLimitBytes) throw this.largest();
  }

  private async *content(answer: IncomingMessage, signal: AbortSignal): AsyncGenerator<Buffer> {
    let size = 0;
    try {
      for await (const chunk of answer as AsyncIterable<Buffer>) {
        if (size === 0 && WEB_PAGE.test(chunk.toString('latin1', 0, BEGINNING))) throw noSheetAnswered();
        size += chunk.length;
        if (size > this.config.uploadLimitBytes) throw this.largest();
        yield chunk;
      }
    } catch (error) {
      signal.throwIfAborted();
      throw error instanceof FetchFault ? error : offline(error);
    }
  }

  private largest(): FetchFault {
    return tooLarge(Math.round(this.config.uploadLimitBytes / MIB));
  }
}

/* Seconds, or a date. */
function waitOf(header: string | undefined): number | null {
  if (header === undefined) return null;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? null : Math.max(0, seconds * 1000);
}
