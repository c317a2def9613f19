import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const COMMAND = join(import.meta.dirname, '..', '..', 'apps', 'api', 'dist', 'invite.js');

/** What the command said. */
export interface Invited {
  readonly code: number | null;
  readonly said: string;
  readonly faults: string;
  /** What stands in the link; empty without one. */
  readonly token: string;
}

/** Runs the command of whoever operates the product, as in its container. */
export async function invite(env: Record<string, string>, ...args: string[]): Promise<Invited> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', COMMAND, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, ...env },
  });
  const closed = once(child, 'close');
  const [said, faults] = await Promise.all([text(child.stdout), text(child.stderr)]);
  await closed;
  return { code: child.exitCode, said, faults, token: tokenIn(said) };
}

/** What stands in a sign-in link. */
export const tokenIn = (said: string): string => /\/sign-in#invitation=([\w-]{43})$/m.exec(said)?.[1] ?? '';
