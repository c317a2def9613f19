import type { Door } from './door';

/** Who opens doors: the console provides one, which keeps what is open in the address. */
export abstract class Doors {
  abstract open(door: Door): void;
}
