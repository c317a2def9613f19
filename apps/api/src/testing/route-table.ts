import { ACCESS_RULES, CALLER_KINDS, type CallerKind, holds, REACH, type Right } from '@app/contracts';
import { USUAL_LIMITS } from '../http/body-limits.js';
import type { Route } from './routes.js';

const KINDS: Record<CallerKind, string> = {
  viewer: 'viewer',
  super_admin: 'super admin',
  demo: 'demo user (`DEMO_USER_EMAIL`)',
  pov_owner: 'owner of the POV (`ASHER_POV_EMAIL`)',
  token_to_read: 'token to read',
  token_to_upload: 'token to upload',
};

const REACHES: Record<(typeof REACH)[CallerKind], string> = {
  every: 'every one',
  named: 'named ones',
  named_or_default: 'named ones, else the default',
  none: 'none by itself',
};

const PLACES = {
  installation: 'everything',
  view: 'a view',
  own_data: 'a view with data of its own',
} as const;

const GUARDS: Readonly<Record<string, string>> = {
  GoogleAnswerGuard: 'an answer of Google to a sign-in that this browser began',
  GoogleGuard: '`GOOGLE_CLIENT_ID` is set',
  ReturnGuard: 'leads back to `return` where that is a page of the console',
  SignInLimit: '`SIGN_IN_LIMIT` a minute for an address',
  UploadLimit: '`UPLOAD_RATE_LIMIT` a minute for a person and for an address',
  ReportLimit: 'limited by the minute for an address',
  ExportTurns: 'two at once for a person',
};

const READS = new Set(['GET', 'HEAD']);
const KIB = 1_024;

/** The page docs/routes.md. */
export function routePage(routes: readonly Route[]): string {
  const rows = routes.toSorted(byPath).map(cellsOf);
  return [
    HEAD,
    ...table(['method', 'path', 'right', 'body', 'conditions'], rows),
    '',
    RIGHTS,
    ...table(
      ['right', 'about', ...CALLER_KINDS.map((kind) => KINDS[kind])],
      [...Object.keys(ACCESS_RULES).map((right) => marksOf(right as Right)), OPENED],
    ),
    '',
  ].join('\n');
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  [head, Array<string>(head.length).fill('---'), ...rows].map(line);

const marksOf = (right: Right): string[] => [
  `\`${right}\``,
  PLACES[ACCESS_RULES[right].about],
  ...CALLER_KINDS.map((kind) => (holds({ kinds: [kind] }, right) ? 'yes' : '')),
];

const OPENED = ['views it opens', '', ...CALLER_KINDS.map((kind) => REACHES[REACH[kind]])];

const RIGHTS = `## Rights

One table, \`libs/contracts/src/access-rules.ts\`, which the guard of the API and the console read. Somebody may be of
several kinds: an owner of the POV is a viewer or a super admin beside it.
`;

const HEAD = `# Routes and their rules

Made by \`npm run routes\` from what the handlers declare; a test compares the two. What each route takes and answers
stands in the OpenAPI document (\`/api/openapi.json\`, shown at \`/api/docs\`).

- **Right**: who holds which stands in the second table. Who lacks it gets 403; a view that somebody cannot open
  answers 404, like one that does not exist. A route without a right answers 403 to everybody.
- **Body**: JSON, at most as large as the table says. It holds ${limits(USUAL_LIMITS)}, unless
  the table says more.
- **CSRF token**: the header \`X-XSRF-TOKEN\`, from a page of the product's own origin.
- **ETag**: the answer has one; \`If-None-Match\` with it is answered by 304.
- **If-Match**: a change may name the revision it was made on. Where the table does not say so, there is no revision,
  and anything but \`*\` is 412.
`;

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const byPath = (left: Route, right: Route): number =>
  left.path === right.path ? left.method.localeCompare(right.method) : left.path < right.path ? -1 : 1;

function cellsOf(route: Route): string[] {
  const who = wordsOfRule(route.rule);
  return [
    route.method,
    `\`${route.path}\``,
    route.isUnasked ? `${who}, unasked` : who,
    bodyOf(route),
    conditionsOf(route).join(', '),
  ];
}

const wordsOfRule = (rule: Route['rule']): string =>
  rule === undefined ? 'nobody' : rule === 'public' ? 'anybody' : `\`${rule}\``;

function bodyOf({ hasBody, limits: own, mediaTypes }: Route): string {
  if (mediaTypes.includes('multipart/form-data')) return 'form with one file, `UPLOAD_LIMIT_MIB`';
  if (!hasBody) return '';
  const size = `${own.bytes / KIB} KiB`;
  const others = limits(own) === limits(USUAL_LIMITS) ? '' : `, ${limits(own)}`;
  return [`${size}${others}`, ...mediaTypes.map((type) => `\`${type}\``)].join(', ');
}

function limits({ keys, levels, values }: Route['limits']): string {
  const [objects, all] = [keys, values].map((count) => count.toLocaleString('en'));
  return `${objects} keys an object, ${levels} levels, ${all} values`;
}

const conditionsOf = ({ method, isUnasked, isTagged, readsIfMatch, guards }: Route): string[] => [
  ...(READS.has(method) || isUnasked ? [] : ['CSRF token']),
  ...(isTagged ? ['ETag'] : []),
  ...(readsIfMatch ? ['If-Match'] : []),
  ...guards.map(wordsOf),
];

function wordsOf(guard: string): string {
  const words = GUARDS[guard];
  if (words === undefined) throw new Error(`Say in GUARDS what ${guard} asks of a request.`);
  return words;
}
