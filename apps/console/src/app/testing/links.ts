import { TestBed } from '@angular/core/testing';
import type { DrawerLink } from '../ui/links/link';
import { LinkOpener } from '../ui/links/link-opener';

/** Records the links that are opened. */
export function openedLinks(): DrawerLink[] {
  const opened: DrawerLink[] = [];
  TestBed.configureTestingModule({
    providers: [{ provide: LinkOpener, useValue: { open: (link: DrawerLink) => opened.push(link) } }],
  });
  return opened;
}
