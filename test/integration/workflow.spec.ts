import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Workflow {
  jobs: { test: { steps: { run?: string; with?: Record<string, string> }[] } };
}

const ROOT = join(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

describe('the workflow', () => {
  const { steps } = (parse(read('.github/workflows/ci.yml')) as Workflow).jobs.test;

  it('runs the commands of .ci/run, in its order', () => {
    const commands = [...read('.ci/run').matchAll(/^npm [^|\n]*/gm)].map(([command]) => command.trim());
    expect(commands.length).toBeGreaterThan(2);
    expect(steps.flatMap(({ run }) => run ?? [])).toEqual(commands);
  });

  it('runs them on the Node of .nvmrc', () => {
    const files = steps.flatMap((step) => step.with?.['node-version-file'] ?? []);
    expect(files).toEqual(['.nvmrc']);
    expect(read('.nvmrc').trim()).toBe(/^ARG NODE_IMAGE=node:(\d+)/m.exec(read('Dockerfile'))?.[1]);
  });
});
