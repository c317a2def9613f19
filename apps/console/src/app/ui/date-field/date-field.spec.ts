import { Component, signal } from '@angular/core';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { day } from '@app/domain/period';
import { DateField } from './date-field';

const date = signal('2026-11-28');

@Component({
  imports: [DateField],
  template: '<app-date-field label="From" [value]="date()" [today]="today" (said)="date.set($event)" />',
})
class Page {
  protected readonly date = date;
  protected readonly today = day('2026-11-28');
}

let fixture: ComponentFixture<Page>;
const element = () => fixture.nativeElement as HTMLElement;
const field = () => element().querySelector('input')!;

beforeEach(async () => {
  date.set('2026-11-28');
  fixture = TestBed.createComponent(Page);
  await fixture.whenStable();
});

async function write(text: string): Promise<void> {
  field().value = text;
  field().dispatchEvent(new Event('input'));
  field().dispatchEvent(new Event('change'));
  await fixture.whenStable();
}

it('shows a date as dates are shown, and says what is written', async () => {
  expect(field().value).toBe('28 Nov 2026');
  await write('2026-12-01');
  expect([date(), field().value, field().getAttribute('aria-invalid')]).toEqual([
    '2026-12-01',
    '1 Dec 2026',
    'false',
  ]);
  await write('');
  expect([date(), field().value]).toEqual(['', '']);
});

it('marks what is no date, keeps it, and says nothing', async () => {
  await write('31 Feb 2026');
  expect([date(), field().value, field().getAttribute('aria-invalid')]).toEqual([
    '2026-11-28',
    '31 Feb 2026',
    'true',
  ]);
  expect(field().title).toContain('28 Nov 2026');
});

it('offers a calendar that is worked by keys, and gives the focus back', async () => {
  const opener = element().querySelector('button')!;
  opener.click();
  await fixture.whenStable();
  const calendar = document.querySelector('app-calendar')!;
  const at = () => calendar.querySelector<HTMLButtonElement>('td [tabindex="0"]');
  expect([calendar.textContent.includes('Nov 2026'), at()?.textContent.trim()]).toEqual([true, '28']);
  for (const key of ['ArrowDown', 'ArrowLeft']) {
    at()?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    await fixture.whenStable();
  }
  expect([at()?.getAttribute('aria-label'), document.activeElement === at()]).toEqual(['4 Dec 2026', true]);
  at()?.click();
  await fixture.whenStable();
  expect([date(), field().value, document.querySelector('app-calendar')]).toEqual([
    '2026-12-04',
    '4 Dec 2026',
    null,
  ]);
  expect(document.activeElement).toBe(opener);
});
