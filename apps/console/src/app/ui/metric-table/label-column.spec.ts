import { Component, type ElementRef, signal, viewChild } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { fitLabelColumn } from './label-column';

const HEADS = { AE: 128, 'ARR closed': 150, 'Intros attended': 80, POA: 70 };

/** What a browser would have measured: jsdom lays nothing out. */
function laidOut(scroller: HTMLElement, room: number): void {
  const width = Object.values(HEADS).reduce((sum, each) => sum + each, 0);
  Object.defineProperty(scroller, 'clientWidth', { value: room, configurable: true });
  Object.defineProperty(scroller, 'scrollWidth', { value: Math.max(width, room), configurable: true });
  scroller.querySelectorAll('th').forEach((head, at) => {
    head.getBoundingClientRect = () => new DOMRect(0, 0, Object.values(HEADS)[at], 32);
  });
}

@Component({
  template: `<div #scroller>
    <table>
      <thead>
        <tr>
          @for (head of heads; track head) {
            <th>{{ head }}</th>
          }
        </tr>
      </thead>
    </table>
  </div>`,
})
class Grid {
  readonly heads = Object.keys(HEADS);
  readonly sort = signal('');
  readonly scroller = viewChild.required<ElementRef<HTMLElement>>('scroller');

  constructor() {
    fitLabelColumn(this.scroller, () => this.sort());
  }
}

async function shown() {
  const fixture = TestBed.createComponent(Grid);
  await fixture.whenStable();
  const { nativeElement: scroller } = fixture.componentInstance.scroller();
  const widthIn = async (room: number) => {
    laidOut(scroller, room);
    fixture.componentInstance.sort.update((sort) => `-${sort}`);
    await fixture.whenStable();
    return scroller.style.getPropertyValue('--label');
  };
  return { widthIn };
}

describe('the column of labels', () => {
  it('takes what whole columns leave where the table does not fit', async () => {
    const { widthIn } = await shown();
    expect(await widthIn(360)).toBe('122px');
    expect(await widthIn(330)).toBe('172px');
  });

  it('gives way rather than to make the table scroll by a few pixels', async () => {
    expect(await (await shown()).widthIn(410)).toBe('110px');
  });

  it('is as the style sheet has it where the table fits', async () => {
    const { widthIn } = await shown();
    await widthIn(360);
    expect(await widthIn(500)).toBe('');
  });
});
