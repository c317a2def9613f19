interface LockEntry {
  integrity?: string;
  inBundle?: boolean;
  link?: boolean;
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}
export function lockFaults(lock: { packages: Record<string, LockEntry> }): string[];
