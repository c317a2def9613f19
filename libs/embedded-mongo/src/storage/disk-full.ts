import { statfsSync } from 'node:fs';
import { constants } from 'node:os';
import { CommandError } from '../errors/command-error.js';

const { ENOSPC, EDQUOT, EFBIG, EIO } = constants.errno;
/** More than a transaction writes. */
const LITTLE_BYTES = 64 * 1024 * 1024;

/** Tells how many bytes a folder has room for; null where the system does not tell. */
export type RoomIn = (folder: string) => number | null;

/** What the disk of a folder has free. */
export const roomOnDisk: RoomIn = (folder) => {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
};

/**
 * Before anything is written: LMDB puts the message of a write that the disk has no room for into too small a buffer,
 * which may end the process.
 *
 * @throws CommandError OutOfDiskSpace
 */
export function assertRoom(room: number | null): void {
  if (hasLittle(room)) throw diskFull();
}

/** What a transaction failed with, told as MongoDB tells it when the disk is full; any other error as it is. */
export function orDiskFull(error: unknown, room: number | null): unknown {
  // MongoDB has codes of the same numbers.
  if (!(error instanceof Error) || error instanceof CommandError || !('code' in error)) return error;
  const { code } = error;
  const isFull = [ENOSPC, EDQUOT, EFBIG].some((each) => each === code);
  // LMDB takes a write that ended halfway for a fault of the disk.
  return isFull || (code === EIO && hasLittle(room)) ? diskFull() : error;
}

/** Whether something failed because the disk is full: it works again once there is room. */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof CommandError && error.codeName === 'OutOfDiskSpace';

const hasLittle = (room: number | null): boolean => room !== null && room < LITTLE_BYTES;

const diskFull = (): CommandError =>
  new CommandError('OutOfDiskSpace', 'The disk is full: nothing was written. Make room, then try again.');
