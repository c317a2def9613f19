import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { textOf } from '../testing/at';
import { savedBoard } from '../testing/board';
import { MIXED, bar, click, opened } from '../testing/board-page';

// jsdom lays nothing out, and cannot scroll.
Element.prototype.scrollIntoView = vi.fn();
beforeEach(() => localStorage.clear());

const HIDDEN = savedBoard({
  next_14_days: [
    { id: 'a', client: 'Halden', stage: 'B Legals' },
    { id: 'b', client: 'Lumen', stage: 'B Legals', hidden: true },
  ],
});

describe('a deal that is looked for on the board', () => {
  it('opens the list of hidden deals where it is hidden, and is shown again with a word', async () => {
    const page = await opened({ own: HIDDEN, url: '&card=organic%2Fb' });
    expect(textOf(page.element.querySelector('app-hidden-panel'))).toContain('Lumen');
    expect(bar(page)).toContain('Lumen is hidden from this board.');
    expect(TestBed.inject(Router).url).not.toContain('card=');
    await click(page, 'Show Lumen again');
    expect(bar(page)).toContain('Lumen shown again: Next 14 days, 2 of 2.');
  });

  it('says that the filters leave it out, or that it is not there', async () => {
    const page = await opened({ data: MIXED, url: '&owner=zoe&card=organic%2Fa' });
    expect(page.element.querySelector('.found')).not.toBeNull();
    await page.go('/v/organic/projections?period=half:2026-H2&owner=zoe&card=organic%2Fb');
    await page.settle();
    expect(bar(page)).toContain('Lumen is not shown: the filters of the page leave it out.');
    expect(page.element.querySelector('.found')).toBeNull();
    await page.go('/v/organic/projections?period=half:2026-H2&owner=zoe&card=organic%2Fgone');
    await page.settle();
    expect(bar(page)).toContain('That deal is not on this board.');
  });
});
