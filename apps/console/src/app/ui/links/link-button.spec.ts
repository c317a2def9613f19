import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { openedLinks } from '../../testing/links';
import { metricLink } from './link';
import { DrawerLinkButton } from './link-button';

const LINK = metricLink('meetings.total', { only: [{ field: 'bdr', value: 'Zoé & Co' }], sort: '-age' });

@Component({
  imports: [DrawerLinkButton],
  template: `<button type="button" [appDrawerLink]="link">75</button
    ><button type="button" [appDrawerLink]="null">–</button>`,
})
class Page {
  protected readonly link = LINK;
}

describe('a link', () => {
  it('opens what its mark says, and announces a dialog', async () => {
    const opened = openedLinks();
    const fixture = TestBed.createComponent(Page);
    await fixture.whenStable();
    const [link, none] = (fixture.nativeElement as HTMLElement).querySelectorAll('button');
    expect(link?.getAttribute('aria-haspopup')).toBe('dialog');
    expect(link?.dataset.link).toBe('explain=meetings.total&only=bdr%3AZo%C3%A9+%26+Co&sort=-age');
    expect([none?.hasAttribute('aria-haspopup'), none?.hasAttribute('data-link')]).toEqual([false, false]);
    link?.click();
    none?.click();
    expect(opened).toEqual([LINK]);
  });
});
