import { accessSync, constants, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stagedChecks } from '../../scripts/lib/staged-checks.mjs';

const HOOK = join(import.meta.dirname, '..', '..', '.githooks', 'pre-commit');

describe('the hook before a commit', () => {
  it('is a script that git can start', () => {
    expect(() => accessSync(HOOK, constants.X_OK)).not.toThrow();
    expect(readFileSync(HOOK, 'utf8')).toMatch(
      /^#!\/bin\/sh\n[\s\S]*\nexec node scripts\/check-staged\.mjs\n$/,
    );
  });

  it('formats every file and lints code', () => {
    const checks = stagedChecks(['README.md', 'a.ts', 'b/c.mjs', 'd.html', 'e.json']);
    expect(checks.map(([tool]) => tool)).toEqual(['prettier', 'eslint']);
    const lint = checks[1]?.[1] ?? [];
    expect(lint.slice(lint.indexOf('--') + 1)).toEqual(['a.ts', 'b/c.mjs', 'd.html']);
  });

  it('checks nothing in a commit without files or code', () => {
    expect(stagedChecks([])).toEqual([]);
    expect(stagedChecks(['README.md']).map(([tool]) => tool)).toEqual(['prettier']);
  });
});
