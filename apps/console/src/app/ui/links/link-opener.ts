import type { DrawerLink } from './link';

/** Opens links. The console provides one that keeps what is open in the address. */
export abstract class LinkOpener {
  abstract open(link: DrawerLink): void;
}
