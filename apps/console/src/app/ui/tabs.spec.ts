import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Tabs } from './tabs';

@Component({
  imports: [Tabs],
  template: `<app-tabs label="Lists" [tabs]="tabs" [(selected)]="selected">{{ selected() }}</app-tabs>`,
})
class Page {
  readonly tabs = [
    { id: 'added', label: 'Added', count: '12' },
    { id: 'removed', label: 'Removed', count: '' },
    { id: 'rows', label: 'Rows', count: '3' },
  ];
  readonly selected = signal('added');
}

async function opened() {
  const fixture = TestBed.createComponent(Page);
  document.body.append(fixture.nativeElement as HTMLElement);
  await fixture.whenStable();
  const element = fixture.nativeElement as HTMLElement;
  const tabs = [...element.querySelectorAll<HTMLButtonElement>('[role="tab"]')];
  const press = async (key: string) => {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await fixture.whenStable();
  };
  return { element, tabs, press, page: fixture.componentInstance };
}

it('moves with the arrows, Home and End, and shows the tab that has the focus', async () => {
  const { tabs, press, page } = await opened();
  tabs[0]?.focus();
  for (const [key, at] of [
    ['ArrowRight', 1],
    ['End', 2],
    ['ArrowRight', 0],
    ['ArrowLeft', 2],
    ['Home', 0],
  ] as const) {
    await press(key);
    expect(document.activeElement).toBe(tabs[at]);
    expect(page.selected()).toBe(page.tabs[at]?.id);
  }
});

it('is one stop of the Tab key, and names what it shows', async () => {
  const { element, tabs } = await opened();
  expect(tabs.map((tab) => tab.tabIndex)).toEqual([0, -1, -1]);
  expect(tabs.map((tab) => tab.getAttribute('aria-selected'))).toEqual(['true', 'false', 'false']);
  const panel = element.querySelector('[role="tabpanel"]');
  expect(panel?.getAttribute('aria-labelledby')).toBe(tabs[0]?.id);
  expect(tabs[0]?.getAttribute('aria-controls')).toBe(panel?.id);
});
