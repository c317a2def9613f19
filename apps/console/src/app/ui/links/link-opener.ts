import type { DrawerLink } from './link';

/** Who opens links: the console provides one, which keeps what is open in the address. */
export abstract class LinkOpener {
  abstract open(link: DrawerLink): void;
}
