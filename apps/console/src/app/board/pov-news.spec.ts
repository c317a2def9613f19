import type { AsherPov } from '@app/contracts';
import { button, textOf } from '../testing/at';
import { savedBoard } from '../testing/board';
import { OWN, POV, clients, click, news, opened } from '../testing/board-page';

// jsdom lays nothing out, and cannot scroll.
Element.prototype.scrollIntoView = vi.fn();
beforeEach(() => localStorage.clear());

type Page = Awaited<ReturnType<typeof opened>>;
const NEW: AsherPov = {
  ...savedBoard({ delayed: [{ id: 'b', client: 'Lumen', stage: 'B Legals' }] }, { revision: 4 }),
  saved_by: 'asher@example.com',
  note: null,
};
const RESET: AsherPov = { ...savedBoard({}, { revision: 5 }), saved_by: null, note: null };
const answer = async (page: Page, pov: AsherPov) => {
  (await page.request(POV)).flush(pov);
  await page.settle();
};
const comeBack = () => document.dispatchEvent(new Event('visibilitychange'));
const banner = ({ element }: Page) => textOf(element.querySelector('app-pov-banner'));

describe('a point of view that is saved while others read it', () => {
  it('is told of, and shown when asked for', async () => {
    const page = await opened({ url: '&board=pov' });
    const before = clients(page);
    comeBack();
    await answer(page, NEW);
    expect(clients(page)).toEqual(before);
    expect(news(page)).toContain('Asher saved a new point of view');
    await click(page, 'Show the new one');
    expect(clients(page)[3]).toEqual(['Lumen']);
    expect(news(page)).toBe('');
  });

  it('is there when its tab is opened again', async () => {
    const page = await opened({ url: '&board=pov' });
    await click(page, 'Back to my board');
    await click(page, /^Asher POV/);
    await answer(page, NEW);
    expect(clients(page)[3]).toEqual(['Lumen']);
    expect(news(page)).toBe('');
  });

  it('is not taken unseen: what is new is told first', async () => {
    const page = await opened({ url: '&board=pov' });
    await click(page, 'Save as mine');
    await answer(page, NEW);
    page.api.expectNone(OWN);
    expect(news(page)).toContain('Asher saved a new point of view');
    expect(banner(page)).toContain('Save as mine');
  });

  it('may be reset, and then is not called never saved', async () => {
    const page = await opened({ url: '&board=pov', mayWritePov: true });
    comeBack();
    await answer(page, RESET);
    expect(news(page)).toContain('Asher reset the point of view');
    await click(page, 'Show the new one');
    expect(banner(page)).toContain('Asher’s point of view was reset. This is the default board.');
    await click(page, '50%');
    expect(banner(page)).not.toContain('the default board');
  });
});

it('says how much of a note still fits, and when nothing does', async () => {
  const page = await opened({ url: '&board=pov', mayWritePov: true });
  await click(page, '75%');
  await click(page, 'Save');
  const note = page.element.querySelector<HTMLInputElement>('app-note-panel input');
  const type = async (length: number) => {
    if (note) note.value = 'x'.repeat(length);
    note?.dispatchEvent(new Event('input'));
    await page.settle();
    return textOf(page.element.querySelector('app-note-panel [role="status"]'));
  };
  expect(await type(100)).toBe('');
  expect(await type(254)).toBe('1 character left');
  expect(await type(255)).toBe('No more fits: a note has 255 characters at most.');
  expect(button(page.element, 'Save for everybody').disabled).toBe(false);
});

describe('one’s own board that is saved on another device', () => {
  const elsewhere = savedBoard(
    { delayed: [{ id: 'b', client: 'Lumen', stage: 'B Legals' }] },
    { revision: 4 },
  );
  const cameBack = async (page: Page) => {
    comeBack();
    (await page.request(OWN)).flush(elsewhere);
    await page.settle();
  };

  it('is there when one comes back', async () => {
    const page = await opened();
    await cameBack(page);
    expect(clients(page)[3]).toEqual(['Lumen']);
  });

  it('takes nothing away that is unsaved', async () => {
    const page = await opened();
    await click(page, '50%');
    const before = clients(page);
    await cameBack(page);
    expect(clients(page)).toEqual(before);
  });
});
