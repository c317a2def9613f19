/** What a browser refused to a page, without what is personal in the addresses. */
export interface CspReport {
  /** The rule that was broken, such as `script-src-elem`. */
  readonly directive: string;
  /** What was refused: an origin, or a word such as `inline`. */
  readonly blocked: string;
  /** Paths of the page and of the file that did it. */
  readonly page: string;
  readonly source: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** Longest text of a report that is worth a line of the log. */
const LONGEST = 200;

/**
 * The reports of a body, of either kind: `application/csp-report` is one, `application/reports+json` is a list of what
 * else a browser reports too.
 */
export function cspReportsIn(body: unknown): CspReport[] {
  if (!Array.isArray(body)) {
    const old = fieldsOf(fieldsOf(body)?.['csp-report']);
    return old ? [reportOf(old, OLD_NAMES)] : [];
  }
  return body.flatMap((entry: unknown) => {
    const { type, body: inside } = fieldsOf(entry) ?? {};
    const fields = type === 'csp-violation' ? fieldsOf(inside) : null;
    return fields ? [reportOf(fields, NAMES)] : [];
  });
}

type Names = Readonly<Record<keyof CspReport, string>>;
const NAMES: Names = {
  directive: 'effectiveDirective',
  blocked: 'blockedURL',
  page: 'documentURL',
  source: 'sourceFile',
};
const OLD_NAMES: Names = {
  directive: 'effective-directive',
  blocked: 'blocked-uri',
  page: 'document-uri',
  source: 'source-file',
};

function reportOf(fields: Fields, names: Names): CspReport {
  const text = (name: string): string =>
    (typeof fields[name] === 'string' ? fields[name] : '').slice(0, 4 * LONGEST);
  return {
    directive: (text(names.directive) || text('violated-directive')).slice(0, LONGEST),
    blocked: placeOf(text(names.blocked), ({ origin, pathname }) => origin + pathname),
    page: placeOf(text(names.page), ({ pathname }) => pathname),
    source: placeOf(text(names.source), ({ pathname }) => pathname),
  };
}

/** Queries of the console hold names of people. */
const placeOf = (text: string, part: (url: URL) => string): string =>
  (/^(?:https?|wss?):/i.test(text) && URL.canParse(text)
    ? part(new URL(text))
    : (text.split(/[:?#]/)[0] ?? '')
  ).slice(0, LONGEST);

const fieldsOf = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
