import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Icon } from './icon';
import { ICONS, type IconName } from './icons';

@Component({
  imports: [Icon],
  template: `<svg [appIcon]="name()" [strokeWidth]="2.5" aria-hidden="true"></svg>`,
})
class Page {
  readonly name = signal<IconName>('chevron-down');
}

describe('an icon', () => {
  it('has the shapes of its name, and of the next one', async () => {
    const page = TestBed.createComponent(Page);
    await page.whenStable();
    const icon = (page.nativeElement as Element).querySelector('svg');
    const shapes = () => [...(icon?.children ?? [])].map(({ tagName }) => tagName);
    expect([icon?.getAttribute('stroke-width'), shapes()]).toEqual(['2.5', ['path']]);
    page.componentInstance.name.set('search');
    await page.whenStable();
    expect(shapes()).toEqual(ICONS.search.map(([tag]) => tag));
    expect(icon?.querySelector('circle')?.getAttribute('r')).toBe(String(ICONS.search[1]?.[1].r));
  });
});
