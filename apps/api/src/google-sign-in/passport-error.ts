import {
  clientRefused,
  codeRefused,
  googleFailed,
  GoogleRefusal,
  incomplete,
  plainCode,
  unreachable,
} from './google-refusal.js';

/** Codes of the token endpoint (RFC 6749, 5.2) that say something about how the product is registered. */
const OF_THE_CLIENT: ReadonlySet<string> = new Set([
  'invalid_client',
  'unauthorized_client',
  'redirect_uri_mismatch',
]);

/** What an error of passport means: ours, Google's, or a fault of the way there. Any other is returned as it is. */
export function refusalOf(error: unknown): unknown {
  if (!error) return incomplete();
  if (error instanceof GoogleRefusal || !(error instanceof Error)) return error;
  if (error.name === 'TokenError') return ofTokenEndpoint(String((error as { code?: unknown }).code));
  if (error.name === 'InternalOAuthError') return ofTheWay((error as { oauthError?: unknown }).oauthError);
  return isOfPassport(error) ? googleFailed('an answer without token or profile') : error;
}

const NAMES: ReadonlySet<string> = new Set(['UserInfoError', 'GooglePlusAPIError']);
const MESSAGES: ReadonlySet<string> = new Set([
  'Failed to obtain access token',
  'Failed to parse user profile',
]);

const isOfPassport = ({ name, message }: Error): boolean => NAMES.has(name) || MESSAGES.has(message);

function ofTokenEndpoint(code: string): GoogleRefusal {
  if (code === 'invalid_grant') return codeRefused();
  const plain = plainCode(code);
  return OF_THE_CLIENT.has(code) ? clientRefused(plain) : googleFailed(plain);
}

function ofTheWay(error: unknown): GoogleRefusal {
  const { statusCode, code } = (error ?? {}) as { statusCode?: unknown; code?: unknown };
  if (typeof statusCode === 'number') return googleFailed(`status ${statusCode}`);
  return unreachable(typeof code === 'string' ? code : error instanceof Error ? error.message : 'unknown');
}
