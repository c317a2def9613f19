import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { SheetFields } from './sheet-fields';

const url = signal('https://docs.google.com/spreadsheets/d/one');
const tab = signal('Deals');

@Component({
  imports: [SheetFields],
  template: '<app-sheet-fields label="Address" [isRequired]="true" [(url)]="url" [(tab)]="tab" />',
})
class Page {
  protected readonly url = url;
  protected readonly tab = tab;
}

it('the fields of a sheet show its address and tab, and hand on what is typed', async () => {
  const fixture = TestBed.createComponent(Page);
  await fixture.whenStable();
  const fields = [...(fixture.nativeElement as HTMLElement).querySelectorAll('input')];
  expect(fields.map(({ value, required }) => [value, required])).toEqual([
    ['https://docs.google.com/spreadsheets/d/one', true],
    ['Deals', false],
  ]);
  for (const [at, typed] of ['https://docs.google.com/spreadsheets/d/two', ''].entries()) {
    const field = fields[at];
    if (!field) throw new Error('A field is missing.');
    field.value = typed;
    field.dispatchEvent(new Event('input'));
  }
  expect([url(), tab()]).toEqual(['https://docs.google.com/spreadsheets/d/two', '']);
});
