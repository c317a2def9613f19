import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Linter } from 'eslint';

const ROOT = join(import.meta.dirname, '..', '..');
const RULE = 'no-restricted-imports';

const IMPORTS = {
  fastify: "import { FastifyRequest } from 'fastify';",
  exception: "import { NotFoundException } from '@nestjs/common';",
  problem: "import { notFound } from '../http/problem.js';",
  query: "import { QueryValues } from '../http/query-parameters.js';",
  injectable: "import { Injectable } from '@nestjs/common';",
};

/** Which of the imports the linter's configuration forbids in a file of the API. */
async function forbiddenIn(file: string): Promise<string[]> {
  const bin = join(ROOT, 'node_modules/eslint/bin/eslint.js');
  const args = [bin, '--print-config', join('apps/api/src', file)];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: ROOT });
  const { rules } = JSON.parse(stdout) as { rules: Linter.RulesRecord };
  const source = Object.values(IMPORTS).join('\n');
  const messages = new Linter().verify(source, { rules: { [RULE]: rules[RULE] ?? 'off' } });
  return messages.map(({ line }) => Object.keys(IMPORTS)[line - 1] ?? '');
}

describe('what must not be imported', () => {
  it.each([
    ['targets/targets.service.ts', ['fastify', 'exception', 'problem', 'query']],
    ['users/users.repository.ts', ['fastify', 'exception', 'problem', 'query']],
    ['exports/table-view.ts', ['fastify', 'exception', 'problem', 'query']],
    ['exports/export-parameters.ts', ['fastify', 'exception', 'problem']],
    ['targets/targets.controller.ts', []],
    ['auth/access.guard.ts', []],
  ])('in %s is %j', async (file, forbidden) => {
    expect(await forbiddenIn(file)).toEqual(forbidden);
  });
});
