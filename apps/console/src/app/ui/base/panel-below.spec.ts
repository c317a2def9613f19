import { CdkOverlayOrigin } from '@angular/cdk/overlay';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { PanelBelow } from './panel-below';

const isOpen = signal(false);
const heard: string[] = [];

@Component({
  imports: [CdkOverlayOrigin, PanelBelow],
  template: `
    <button type="button" cdkOverlayOrigin #origin="cdkOverlayOrigin">Open</button>
    <ng-template
      appPanelBelow
      [isOpen]="isOpen()"
      [origin]="origin"
      (left)="heard.push('left')"
      (escaped)="heard.push('escaped')"
    >
      <p class="panel">Panel</p>
    </ng-template>
  `,
})
class Page {
  protected readonly isOpen = isOpen;
  protected readonly heard = heard;
}

it('lies over the page while it is open, and says how somebody goes away from it', async () => {
  const fixture = TestBed.createComponent(Page);
  await fixture.whenStable();
  const panel = () => document.querySelector('.panel');
  expect(panel()).toBeNull();
  isOpen.set(true);
  await fixture.whenStable();
  expect(panel()?.textContent).toBe('Panel');

  const button = (fixture.nativeElement as HTMLElement).querySelector('button');
  for (const target of [panel(), button]) target?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  expect(heard).toEqual([]);
  document.body.click();
  expect(heard).toEqual(['left']);

  // What lies below hears no Escape.
  const below = vi.fn();
  document.addEventListener('keydown', below);
  const press = (key: string) =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  expect([press('a'), press('Escape')]).toEqual([true, false]);
  expect([heard, below.mock.calls.length]).toEqual([['left', 'escaped'], 1]);
  document.removeEventListener('keydown', below);

  isOpen.set(false);
  await fixture.whenStable();
  expect(panel()).toBeNull();
});
