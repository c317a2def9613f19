import { Refusal } from '../refusals/refusal.js';

/** What kept somebody from signing in with Google. */
type RefusalKind =
  | 'off'
  | 'cancelled'
  | 'incomplete'
  | 'stale'
  | 'code_refused'
  | 'client_refused'
  | 'unreachable'
  | 'google_failed'
  | 'no_address'
  | 'odd_address'
  | 'not_verified'
  | 'unknown_address';

/** A sign-in that did not come about. The message is for the person; the log gets the kind, and why where that helps. */
export class GoogleRefusal extends Refusal {
  override readonly name = 'GoogleRefusal';

  constructor(
    readonly kind: RefusalKind,
    message: string,
    /** What whoever operates the product can act on; never a secret, nor anything of the person. */
    readonly why: string | null = null,
  ) {
    super('forbidden', message);
  }
}

/** A code of Google's, where it looks like one: anybody can write an address. */
export const plainCode = (code: unknown): string =>
  typeof code === 'string' && /^[a-z_]{1,40}$/.test(code) ? code : 'an unreadable error';

const AGAIN = 'Choose "Continue with Google" to begin again.';
const LATER = 'Try again in a few minutes.';

export const isOff = () =>
  new GoogleRefusal('off', 'Sign-in with Google is not set up here. Ask a super admin for a sign-in link.');

export const cancelled = () =>
  new GoogleRefusal('cancelled', `The sign-in was cancelled at Google. ${AGAIN}`);

export const incomplete = () =>
  new GoogleRefusal('incomplete', `The answer that came back from Google is incomplete. ${AGAIN}`);

export const stale = (publicUrl: string | null) =>
  new GoogleRefusal(
    'stale',
    `This sign-in was not begun in this browser${publicUrl === null ? '' : ` at ${publicUrl}`}, or longer than 10 minutes ago, or it has been used. ${AGAIN}`,
  );

export const codeRefused = () =>
  new GoogleRefusal('code_refused', `Google says that this sign-in is too old or has been used. ${AGAIN}`);

/** @param why the code of Google's answer */
export const clientRefused = (why: string) =>
  new GoogleRefusal(
    'client_refused',
    'Google does not accept this installation. Ask whoever runs it to compare GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET and PUBLIC_URL with what Google Cloud has.',
    why,
  );

/** @param why the code of the system's error */
export const unreachable = (why: string) =>
  new GoogleRefusal('unreachable', `Google could not be reached, or did not answer in time. ${LATER}`, why);

/** @param why the status or code of Google's answer */
export const googleFailed = (why: string) =>
  new GoogleRefusal('google_failed', `Google could not say who you are. ${LATER}`, why);

export const noAddress = () =>
  new GoogleRefusal(
    'no_address',
    'Google did not tell the e-mail address of that account. Choose another account, or let Google tell it.',
  );

export const oddAddress = () =>
  new GoogleRefusal(
    'odd_address',
    'The e-mail address of that account has characters that are not accepted here. Choose another account.',
  );

export const notVerified = (email: string) =>
  new GoogleRefusal(
    'not_verified',
    `Google has not verified that ${email} is yours. Verify the address in your Google account, then sign in again.`,
  );

export const unknownAddress = (email: string) =>
  new GoogleRefusal(
    'unknown_address',
    `${email} cannot sign in here. Ask a super admin to add ${email}, or choose another account.`,
  );
