import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { BoardPreferences } from '@app/contracts';
import { button, textOf } from '../testing/at';
import { savedBoard } from '../testing/board';
import { OWN, POV, POV_BOARD, clients, click, opened, press } from '../testing/board-page';

// jsdom lays nothing out, and cannot scroll.
Element.prototype.scrollIntoView = vi.fn();
beforeEach(() => localStorage.clear());

describe('a board', () => {
  it('shows the point of view to everybody, to be taken as one’s own, and changed by its owner alone', async () => {
    const page = await opened({ url: '&board=pov' });
    expect(clients(page)[3]).toEqual(['Halden']);
    expect(textOf(page.element.querySelector('app-pov-banner'))).toContain('saved 20 Nov');
    expect(textOf(page.element.querySelector('app-pov-banner'))).toContain('As told on Monday');
    expect(() => button(page.element, 'Save')).toThrow();
    await press(page, 'a', ' ', 'ArrowLeft', ' ');
    expect(clients(page)[3]).toEqual(['Halden']);
    await click(page, 'Save as mine');
    (await page.request(POV)).flush(POV_BOARD);
    await page.settle();
    const { request } = await page.request(OWN);
    expect((request.body as BoardPreferences).preferences.delayed?.map(({ id }) => id)).toEqual(['a']);
    expect(TestBed.inject(Router).url).not.toContain('board=pov');
    TestBed.resetTestingModule();
    const owner = await opened({ url: '&board=pov', mayWritePov: true });
    await press(owner, 'a', ' ', 'ArrowLeft', ' ');
    await click(owner, 'Save');
    await click(owner, 'Save for everybody');
    const saved = await owner.request(POV);
    expect(saved.request.body).toMatchObject({ note: 'As told on Monday' });
    // The note that was typed is that of what becomes of both, too.
    saved.flush({ title: 'No' }, { status: 412, statusText: 'Stale' });
    (await owner.request(POV)).flush({ ...POV_BOARD, ...savedBoard({}, { revision: 4 }), note: 'Another' });
    await owner.settle();
    await click(owner, 'Merge both and save');
    expect((await owner.request(POV)).request.body).toMatchObject({ note: 'As told on Monday' });
  });

  it('reads as a reading where somebody may not change it', async () => {
    const pov = { ...POV_BOARD, ...savedBoard() };
    const page = await opened({ url: '&board=pov', pov });
    const columns = () => [...page.element.querySelectorAll('app-board-column')].map(textOf);
    expect(columns()[0]).toContain('Probability 90% → $108K');
    expect(() => button(page.element, '90%')).toThrow();
    expect(columns()[3]).toBe('Delayed 0 deals nothing is delayed');
    await click(page, 'My board');
    expect(button(page.element, '90%').getAttribute('aria-pressed')).toBe('true');
    expect(columns()[3]).toBe('Delayed 0 deals drop here what will close later');
  });
});
