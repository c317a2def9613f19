import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { textOf } from '../testing/at';
import { CardHead } from './card-head';

const aside = signal('');

@Component({
  imports: [CardHead],
  template: '<app-card-head heading="Sources" [aside]="aside()"><button>Copy</button></app-card-head>',
})
class Page {
  protected readonly aside = aside;
}

it('the head of a card shows heading, note and controls', async () => {
  const fixture = TestBed.createComponent(Page);
  await fixture.whenStable();
  const head = (fixture.nativeElement as HTMLElement).querySelector('.card-head');
  expect(textOf(head)).toBe('Sources Copy');
  expect(head?.querySelector('.aside')).toBeNull();
  aside.set('by month');
  await fixture.whenStable();
  expect(textOf(head)).toBe('Sources by month Copy');
});
