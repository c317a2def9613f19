import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { openedDoors } from '../../testing/doors';
import { metricDoor } from './door';
import { DoorButton } from './door-button';

const DOOR = metricDoor('meetings.total', { only: [{ field: 'bdr', value: 'Zoé & Co' }], sort: '-age' });

@Component({
  imports: [DoorButton],
  template: `<button type="button" [appDoor]="door">75</button
    ><button type="button" [appDoor]="null">–</button>`,
})
class Page {
  protected readonly door = DOOR;
}

describe('a door', () => {
  it('opens what it says, to people and in its mark', async () => {
    const opened = openedDoors();
    const fixture = TestBed.createComponent(Page);
    await fixture.whenStable();
    const [door, none] = (fixture.nativeElement as HTMLElement).querySelectorAll('button');
    expect(door?.getAttribute('aria-haspopup')).toBe('dialog');
    expect(door?.dataset.door).toBe('explain=meetings.total&only=bdr%3AZo%C3%A9+%26+Co&sort=-age');
    expect([none?.hasAttribute('aria-haspopup'), none?.hasAttribute('data-door')]).toEqual([false, false]);
    door?.click();
    none?.click();
    expect(opened).toEqual([DOOR]);
  });
});
