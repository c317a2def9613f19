import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { BoardPreferences } from '@app/contracts';
import { button, textOf } from '../testing/at';
import { MIXED, OWN, POV, POV_BOARD, bar, clients, click, heads, opened, press } from '../testing/board-page';

// jsdom lays nothing out, and cannot scroll.
Element.prototype.scrollIntoView = vi.fn();
beforeEach(() => localStorage.clear());

describe('a board under filters', () => {
  it('shows only deals of the chosen people, and totals of them', async () => {
    expect(clients(await opened({ data: MIXED, url: '&owner=zoe' }))).toEqual([
      ['Halden'],
      ['Orbis'],
      [],
      [],
    ]);
    TestBed.resetTestingModule();
    const page = await opened({ data: MIXED, url: '&owner=' });
    expect(clients(page)[0]).toEqual(['Lumen']);
    expect(heads(page)[0]).toContain('1 deal $86.4K projected of $96K');
    expect(bar(page)).toContain('totals are theirs, goals the whole view’s');
    await click(page, 'Move, hide: Lumen');
    button(document.body, 'Hide from this board').click();
    await page.settle();
    expect(bar(page)).toContain('Hidden 1');
    await page.go('/v/organic/projections?period=half:2026-H2&owner=zoe');
    await page.settle();
    expect(textOf(page.element)).not.toContain('hidden: counted nowhere');
    expect(bar(page)).not.toContain('Hidden');
  });

  it('says before it resets, restores or takes over a whole board that the filters show a part of it', async () => {
    const whole =
      'This is about the whole board, not only what the filters show: 2 deals more are part of it.';
    const page = await opened({ data: MIXED, url: '&board=pov&owner=', mayWritePov: true });
    const panel = (name: string) => textOf(page.element.querySelector(`app-${name}-panel`));
    await click(page, 'More about this board');
    button(document.body, 'Reset to default…').click();
    await page.settle();
    expect(panel('reset')).toContain(whole);
    await click(page, 'Save as mine');
    page.api.expectNone(POV);
    expect(panel('take')).toContain(whole);
    await click(page, 'Keep my board');
    expect(panel('take')).toBe('');
    expect(TestBed.inject(Router).url).toContain('board=pov');
    await click(page, 'Save as mine');
    await click(page, 'Save all of it as mine');
    (await page.request(POV)).flush(POV_BOARD);
    await page.settle();
    const { request } = await page.request(OWN);
    expect((request.body as BoardPreferences).preferences.delayed?.map(({ id }) => id)).toEqual(['a']);
    TestBed.resetTestingModule();
    const all = await opened({ data: MIXED });
    await click(all, 'More about this board');
    button(document.body, 'Reset to default…').click();
    await all.settle();
    expect(textOf(all.element.querySelector('app-reset-panel'))).not.toContain('whole board');
  });

  it('says how much of what is unsaved the filters leave out, where it is saved or discarded', async () => {
    const page = await opened({ data: MIXED });
    const titles = () => ['Discard', 'Save'].map((name) => button(page.element, name).title);
    await press(page, 'a', ' ', 'ArrowRight', ' ');
    await press(page, 'b', ' ', 'ArrowRight', ' ');
    expect(bar(page)).toContain('2 unsaved changes');
    expect(titles()).toEqual(['', '']);
    await page.go('/v/organic/projections?period=half:2026-H2&owner=zoe');
    await page.settle();
    expect(bar(page)).toContain('2 unsaved changes, 1 outside the filters');
    expect(titles()).toEqual([
      'Discard 2 changes, 1 outside the filters',
      'Save 2 changes, 1 outside the filters',
    ]);
  });
});
