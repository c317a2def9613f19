import type { Answer } from './fake-google.js';
import { type Claims, json } from './google-accounts.js';
import { askFor, AWAY, FAILED, NO_ADDRESS, ODD, REGISTERED } from './google-refusals.js';

const says =
  (status: number, text: string, type = 'application/json'): Answer =>
  (_, response) => {
    response.writeHead(status, { 'content-type': type }).end(text);
  };
const saysJson =
  (status: number, body: unknown): Answer =>
  (_, response) =>
    json(response, status, body);
const hangsUp: Answer = (_, response) => response.socket?.destroy();
const breaksOff: Answer = (_, response) => {
  response.writeHead(200, { 'content-length': '500' }).write('{"access_token":"ya29.half');
  response.socket?.end();
};
const neverEnds: Answer = (_, response) => {
  response.writeHead(200).write(`{"access_token":"${'a'.repeat(100_000)}`);
};
const aMoved: Answer = (_, response) => response.writeHead(302, { location: 'https://evil.example/' }).end();
const PAGE = '<html>Sorry</html>';

/** Answers in place of a token, and what somebody is told then. */
export const TOKENS: readonly [string, RegExp, Answer][] = [
  ['invalid_client', REGISTERED, saysJson(401, { error: 'invalid_client' })],
  ['unauthorized_client', REGISTERED, saysJson(400, { error: 'unauthorized_client' })],
  ['another error', FAILED, saysJson(400, { error: 'temporarily_unavailable' })],
  ['an error that is no word', FAILED, saysJson(400, { error: 'ya29.secret of somebody' })],
  ['an error that is no text', FAILED, saysJson(400, { error: { message: 'no' } })],
  ['404 without a word', FAILED, says(404, '')],
  ['429', FAILED, says(429, PAGE, 'text/html')],
  ['500', FAILED, says(500, PAGE, 'text/html')],
  ['503', FAILED, saysJson(503, null)],
  ['a redirection', FAILED, aMoved],
  ['204', FAILED, says(204, '')],
  ['a page', AWAY, says(200, PAGE, 'text/html')],
  ['nothing', AWAY, says(200, '')],
  ['null', AWAY, saysJson(200, null)],
  ['a list', AWAY, saysJson(200, [])],
  ['a form, as OAuth once had it', AWAY, says(200, 'access_token=ya29.form')],
  ['no token', FAILED, saysJson(200, {})],
  ['an empty token', FAILED, saysJson(200, { access_token: '' })],
  ['a token that ends a header', AWAY, saysJson(200, { access_token: 'ya29\r\nx: y' })],
  ['a token that is none', FAILED, saysJson(200, { access_token: 'ya29.other' })],
  ['nothing but an end', AWAY, hangsUp],
  ['half an answer', AWAY, breaksOff],
  ['an answer without end', AWAY, neverEnds],
];

/** Answers in place of a profile. */
export const PROFILES: readonly [string, RegExp, Answer][] = [
  ['401', FAILED, saysJson(401, { error: 'invalid_token', error_description: 'Invalid' })],
  ['403 with words', FAILED, saysJson(403, { error: { code: 403, message: 'ya29.secret' } })],
  ['500', FAILED, says(500, PAGE, 'text/html')],
  ['a redirection', FAILED, aMoved],
  ['a page', AWAY, says(200, PAGE, 'text/html')],
  ['null', AWAY, saysJson(200, null)],
  ['nothing but an end', AWAY, hangsUp],
  ['nothing of a person', NO_ADDRESS, saysJson(200, {})],
];

const ODD_ONE = /cannot sign in here|characters that are not accepted/;

/** Whom Google names, where they may not come in. */
export const PEOPLE: readonly [string, RegExp, Claims][] = [
  ['without a subject', NO_ADDRESS, { sub: undefined }],
  ['whose subject is a number', NO_ADDRESS, { sub: 7 }],
  ['without an address', NO_ADDRESS, { email: undefined }],
  ['whose address is empty', NO_ADDRESS, { email: '' }],
  ['whose address is an operator', NO_ADDRESS, { email: { $ne: null } }],
  ['whose address is a list', NO_ADDRESS, { email: ['signal@example.com'] }],
  [
    'whose address is not verified',
    /Google has not verified that signal@example.com is yours/,
    { email_verified: false },
  ],
  ['of whom Google does not say it', /has not verified/, { email_verified: undefined }],
  ['of whom Google says it as a text', /has not verified/, { email_verified: 'true' }],
  ['of whom Google says 1', /has not verified/, { email_verified: 1 }],
  ['whom nobody added', askFor('stranger@elsewhere.example'), { email: 'stranger@elsewhere.example' }],
  ['at gmail.com', askFor('anybody@gmail.com'), { email: 'anybody@gmail.com' }],
  ['below an allowed domain', askFor('a@sub.firm.example'), { email: 'a@sub.firm.example' }],
  ['at a domain that ends so', askFor('a@notfirm.example'), { email: 'a@notfirm.example' }],
  ['at a domain that begins so', askFor('a@firm.example.org'), { email: 'a@firm.example.org' }],
  ['with two domains', ODD, { email: 'a@firm.example@evil.example' }],
  ['with an allowed domain whole in quotes', ODD_ONE, { email: '"a@firm.example@"@evil.example' }],
  ['with a domain in quotes', ODD_ONE, { email: '"a@firm.example"@evil.example' }],
  [
    'not verified at an allowed domain',
    /has not verified/,
    { email: 'b@firm.example', email_verified: false },
  ],
  ['whose address is a pattern', ODD_ONE, { email: 's*gnal@example.com' }],
  ['whose address looks like one', ODD, { email: 'mar\u212aet@example.com' }],
  ['whose address has a wide @', ODD, { email: 'signal\uff20example.com' }],
  ['whose address has something invisible', ODD, { email: 'sig\u200bnal@example.com' }],
  ['whose address has a line', ODD, { email: 'signal@example.com\nbcc: a@b.example' }],
  ['whose address has a blank', ODD, { email: ' signal@example.com' }],
  ['whose address has no end', ODD, { email: `${'a'.repeat(300)}@firm.example` }],
];
