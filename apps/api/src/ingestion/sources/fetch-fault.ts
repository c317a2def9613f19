/** Why a sheet could not be fetched; the message says what to do. It names no address and no secret. */
export class FetchFault extends Error {
  override readonly name = 'FetchFault';

  /** @param isPassing true where the same request may work in a moment */
  constructor(
    message: string,
    readonly isPassing = false,
    /** How long Google asks to wait, in milliseconds; null where it does not say. */
    readonly waitFor: number | null = null,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

const NOTHING_CHANGED = 'Nothing was changed.';

/** @param account address of the service account that asked; null where nobody signed in */
export const notShared = (account: string | null): FetchFault =>
  new FetchFault(
    account === null
      ? `The sheet is not shared: Google asks to sign in. Choose Share in the sheet and let "Anyone with the link" view it, then refresh. ${NOTHING_CHANGED}`
      : `The sheet is not shared with this installation. Choose Share in the sheet and let ${account} view it, then refresh. ${NOTHING_CHANGED}`,
  );

export const noSuchSheet = (): FetchFault =>
  new FetchFault(
    `Google knows no such sheet: it was deleted, or the address is incomplete. Copy the address from the browser while the sheet is open. ${NOTHING_CHANGED}`,
  );

export const noSuchTab = (gid: string): FetchFault =>
  new FetchFault(
    `The sheet has no tab with the number ${gid}: it was deleted. Open the tab, copy the address again, or name the tab. ${NOTHING_CHANGED}`,
  );

export const quotaUsed = (waitFor: number | null): FetchFault =>
  new FetchFault(
    `Google hands out no more sheets for the moment: too many were asked for. Refresh again in a few minutes. ${NOTHING_CHANGED}`,
    true,
    waitFor,
  );

export const googleFails = (status: number, waitFor: number | null): FetchFault =>
  new FetchFault(
    `Google could not hand out the sheet (its answer was ${status}). Refresh again in a few minutes. ${NOTHING_CHANGED}`,
    true,
    waitFor,
  );

export const offline = (cause: unknown): FetchFault =>
  new FetchFault(
    `Google could not be reached. Check the connection of this installation to the internet, then refresh. ${NOTHING_CHANGED}`,
    true,
    null,
    { cause },
  );

export const tookTooLong = (seconds: number): FetchFault =>
  new FetchFault(
    `Google did not hand out the sheet within ${seconds} seconds. Refresh again later, or make the sheet smaller. ${NOTHING_CHANGED}`,
  );

export const tooLarge = (mib: number): FetchFault =>
  new FetchFault(
    `The sheet is larger than ${mib} MiB, the most this installation takes. Remove rows or columns that are not needed. ${NOTHING_CHANGED}`,
  );

export const ledAstray = (): FetchFault =>
  new FetchFault(
    `Google's answer led to an address that is not Google's, which is not followed. Refresh again later. ${NOTHING_CHANGED}`,
  );

export const noSheetAnswered = (): FetchFault =>
  new FetchFault(
    `Google answered with a web page instead of the sheet, as it does for sheets that are not shared. Choose Share in the sheet and let "Anyone with the link" view it, then refresh. ${NOTHING_CHANGED}`,
  );

export const accountRefused = (): FetchFault =>
  new FetchFault(
    `Google did not accept the service account of this installation. Ask whoever operates it to check GOOGLE_SERVICE_ACCOUNT. ${NOTHING_CHANGED}`,
  );
