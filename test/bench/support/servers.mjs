import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NATIVE_MEMORY } from '../../../scripts/lib/native-memory.mjs';

const ROOT = join(import.meta.dirname, '../../..');
const READY_WITHIN_MS = 60_000;

/** Starts a program that says "Listening on <address>"; what it says goes to a file, as a service's log does. */
export async function startServer(file, { log, args = [], env = {} }) {
  const child = spawn(process.execPath, [join(ROOT, file), ...args], {
    cwd: ROOT,
    stdio: ['ignore', openSync(log, 'w'), 'inherit'],
    env: { PATH: process.env.PATH, TMPDIR: process.env.TMPDIR, ...NATIVE_MEMORY, ...env },
  });
  const address = await addressIn(log, child);
  const stop = async () => {
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  };
  return { address, port: Number(new URL(address).port), pid: child.pid, stop };
}

async function addressIn(log, child) {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (Date.now() < deadline && child.exitCode === null) {
    const [, address] = /Listening on (http[^"\s]+)/.exec(readFileSync(log, 'utf8')) ?? [];
    if (address) return address;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  child.kill('SIGKILL');
  throw new Error(`The server did not come up: ${readFileSync(log, 'utf8')}`);
}
