import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { paintedOnce } from './painted';

const isThere = signal(false);

@Component({ selector: 'app-sheet', template: '{{ isThere() }}' })
class Sheet {
  protected readonly isThere = isThere;
  readonly isPainted = paintedOnce(isThere);
}

describe('paintedOnce', () => {
  it('is true once what is there had a frame, and the page waits for it', async () => {
    isThere.set(false);
    const fixture = TestBed.createComponent(Sheet);
    await fixture.whenStable();
    const { isPainted } = fixture.componentInstance;
    expect(isPainted()).toBe(false);
    isThere.set(true);
    fixture.detectChanges();
    expect([isPainted(), fixture.isStable()]).toEqual([false, false]);
    await fixture.whenStable();
    expect(isPainted()).toBe(true);
    isThere.set(false);
    await fixture.whenStable();
    expect(isPainted()).toBe(true);
  });

  it('is true on paper, which takes the page as it is', () => {
    isThere.set(true);
    const { isPainted } = TestBed.createComponent(Sheet).componentInstance;
    window.dispatchEvent(new Event('beforeprint'));
    expect(isPainted()).toBe(true);
    window.dispatchEvent(new Event('afterprint'));
    expect(isPainted()).toBe(false);
  });
});
