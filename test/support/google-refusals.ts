/** What somebody is told whom the sign-in with Google refuses. */
export const STALE =
  /not begun in this browser at https:\/\/sales\.example\.com, or longer than 10 minutes ago, or it has been used\. Choose "Continue with Google" to begin again/;
export const INCOMPLETE = /answer that came back from Google is incomplete/;
export const TOO_OLD = /Google says that this sign-in is too old or has been used/;
export const REGISTERED = /compare GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET and PUBLIC_URL/;
export const FAILED = /Google could not say who you are\. Try again in a few minutes/;
export const AWAY = /Google could not be reached, or did not answer in time/;
export const NO_ADDRESS = /did not tell the e-mail address of that account/;
export const ODD = /has characters that are not accepted here/;
export const askFor = (email: string) =>
  new RegExp(`${email} cannot sign in here\\. Ask a super admin to add ${email}`);
