import { TestBed } from '@angular/core/testing';
import type { Door } from '../ui/doors/door';
import { Doors } from '../ui/doors/doors';

/** The doors that are opened, as they are opened, where no address keeps them. */
export function openedDoors(): Door[] {
  const opened: Door[] = [];
  TestBed.configureTestingModule({
    providers: [{ provide: Doors, useValue: { open: (door: Door) => opened.push(door) } }],
  });
  return opened;
}
