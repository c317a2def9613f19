/** Who serves a data folder, as it wrote it down. */
export interface DataFolderHolder {
  /** Process id, as it is called on the holder's machine or in its container. */
  pid: number;
  /** Name of the machine or container. */
  host: string;
  /** Where it listens: a socket path or `host:port`; missing while it starts. */
  address?: string | undefined;
}

/**
 * Another process serves the data folder: the operating system holds its lock. Thrown before anything in the
 * folder changes.
 */
export class DataFolderInUseError extends Error {
  override readonly name = 'DataFolderInUseError';

  /**
   * @param dataDir the folder that was asked for
   * @param holder who has it, if that could be read
   */
  constructor(
    readonly dataDir: string,
    readonly holder: DataFolderHolder | undefined,
  ) {
    const who = holder ? `process ${holder.pid} on ${holder.host}` : 'a process that is just starting';
    const where = holder?.address === undefined ? '' : `, which listens on ${holder.address}`;
    super(`The data folder ${dataDir} is in use by ${who}${where}`);
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

/** The data folder cannot be opened: something in it is not what this product writes, or the machine refuses it. */
export class DataFolderUnusableError extends Error {
  override readonly name = 'DataFolderUnusableError';

  /**
   * @param dataDir the folder that was asked for
   * @param reason what was found
   */
  constructor(
    readonly dataDir: string,
    readonly reason: string,
  ) {
    super(`The data folder ${dataDir} cannot be opened: ${reason}`);
  }
}

/** Other users could read what is in the data folder, and this process cannot change that. */
export class DataFolderNotPrivateError extends Error {
  override readonly name = 'DataFolderNotPrivateError';

  /**
   * @param dataDir the folder that was asked for
   * @param path what in it is open to others, or the folder itself
   * @param reason why it stays so
   */
  constructor(
    readonly dataDir: string,
    readonly path: string,
    readonly reason: string,
  ) {
    super(
      `Other users can read ${path}: ${reason}. Give the data folder ${dataDir} to the user that runs this, ` +
        'or name a folder within it that does not exist yet.',
    );
  }
}
