import { readFileSync } from 'node:fs';

/** Whether the process may reserve as many addresses as it likes: no `ulimit -v`, and a system that tells. */
export function mayReserveAddresses(): boolean {
  try {
    return /^Max address space\s+unlimited\s/m.test(readFileSync('/proc/self/limits', 'utf8'));
  } catch {
    return false;
  }
}
