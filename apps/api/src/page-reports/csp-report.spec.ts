import { cspReportsIn } from './csp-report.js';

const OLD = {
  'csp-report': {
    'document-uri': 'https://sales.example.com/v/signal/dashboard?owner=Jane',
    'violated-directive': 'script-src-elem',
    'blocked-uri': 'https://evil.example.org/x.js?token=1',
    'source-file': 'https://sales.example.com/main-ABC.js?v=1',
  },
};
const NEW = {
  type: 'csp-violation',
  url: 'https://sales.example.com/',
  body: {
    documentURL: 'https://sales.example.com/v/signal/dashboard?owner=Jane',
    effectiveDirective: 'require-trusted-types-for',
    blockedURL: 'trusted-types-sink',
    sample: 'Element innerHTML|<p>Jane',
  },
};

describe('cspReportsIn', () => {
  it('reads a report of the old kind, without queries', () => {
    expect(cspReportsIn(OLD)).toEqual([
      {
        directive: 'script-src-elem',
        blocked: 'https://evil.example.org/x.js',
        page: '/v/signal/dashboard',
        source: '/main-ABC.js',
      },
    ]);
  });

  it('reads reports of the new kind, and passes over those of other kinds', () => {
    expect(
      cspReportsIn([{ type: 'deprecation', body: {} }, NEW, null, 7, { type: 'csp-violation' }]),
    ).toEqual([
      {
        directive: 'require-trusted-types-for',
        blocked: 'trusted-types-sink',
        page: '/v/signal/dashboard',
        source: '',
      },
    ]);
  });

  it.each([null, 'text', {}, [], { 'csp-report': [] }, [[]]])('finds nothing in %j', (body) => {
    expect(cspReportsIn(body)).toEqual([]);
  });

  it('keeps no more of a text than a line of the log takes', () => {
    const [report] = cspReportsIn({
      'csp-report': { 'effective-directive': 'x'.repeat(5_000), 'blocked-uri': `data:${'y'.repeat(5_000)}` },
    });
    expect([report?.directive.length, report?.blocked]).toEqual([200, 'data']);
  });
});
