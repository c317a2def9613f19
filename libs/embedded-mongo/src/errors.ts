/**
 * Another process serves the data folder. Thrown before anything in the folder changes; it is not a guess
 * from a pid file: the holder answered (or holds its port open) when it was asked.
 */
export class DataFolderInUseError extends Error {
  override readonly name = 'DataFolderInUseError';

  /**
   * @param dataDir the folder that was asked for
   * @param holderPid process id of the holder, as it wrote it down
   * @param holderAddress where the holder listens: a socket path or `host:port`
   */
  constructor(
    readonly dataDir: string,
    readonly holderPid: number,
    readonly holderAddress: string,
  ) {
    super(`The data folder ${dataDir} is in use by process ${holderPid}, which listens on ${holderAddress}`);
  }
}

/** The data folder was written by a newer format than this build reads; nothing in it was touched. */
export class DataFolderTooNewError extends Error {
  override readonly name = 'DataFolderTooNewError';

  /**
   * @param dataDir the folder that was asked for
   * @param found format number of the folder
   * @param supported newest format number that this build reads
   */
  constructor(
    readonly dataDir: string,
    readonly found: number,
    readonly supported: number,
  ) {
    super(`The data folder ${dataDir} has format ${found}; this build reads up to ${supported}`);
  }
}
