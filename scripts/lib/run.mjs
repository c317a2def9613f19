import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { isNewEnough, nodePath } from './node-runtime.mjs';

/** Root of the repository. */
export const ROOT = join(import.meta.dirname, '..', '..');

const require = createRequire(join(ROOT, 'package.json'));

/**
 * File of a package's command, so that it runs without a shell and on paths with spaces.
 * Packages with an `exports` map do not let `require.resolve` see their bin: their folder is found by hand.
 */
export function bin(packageName, command = packageName) {
  const manifest = join(ROOT, 'node_modules', packageName, 'package.json');
  const { bin: commands } = require(manifest);
  return join(dirname(manifest), typeof commands === 'string' ? commands : commands[command]);
}

/** Starts Node on its arguments. */
export function spawnNode(args, { env = {}, cwd = ROOT, stdio = 'inherit' } = {}) {
  return spawn(nodeOrMessage(), args, { cwd, stdio, env: { ...process.env, ...env } });
}

/** Runs a Node script to its end; resolves with its exit code. */
export function node(script, args = [], { nodeArgs = [], ...options } = {}) {
  return exitOf(spawnNode([...nodeArgs, script, ...args], options));
}

/** Runs a Node script to its end; resolves with its exit code and all that it printed. */
export async function nodeQuietly(script, args = []) {
  const child = spawnNode([script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  const [code] = await Promise.all([exitOf(child), once(child, 'close')]);
  return { code, output };
}

/** Goes on in a newer Node when the running one is too old for what the script does itself. */
export async function relayIfOld(script) {
  if (isNewEnough(process.version)) return;
  const child = spawnNode([script, ...process.argv.slice(2)]);
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  process.exit(await exitOf(child));
}

function nodeOrMessage() {
  try {
    return nodePath();
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}

/** Runs a Node script and ends this process with its code when it fails. */
export async function nodeOrExit(what, script, args, options) {
  const code = await node(script, args, options);
  if (code !== 0) {
    console.error(`${what} failed (exit code ${code}).`);
    process.exit(code);
  }
}

function exitOf(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}
