import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { type Me, type SavedPage, kindsOf } from '@app/contracts';
import { me, savedPage } from '../testing/answers';
import { type OpenedPage, button, openPage, textOf } from '../testing/at';
import { Toasts } from '../ui/toast/toasts';
import { SavedPagesMenu } from './saved-pages';

const LIST = '/api/saved-pages';
const OWN = '/api/views/organic/saved-pages';
const MINE = savedPage();
const THEIRS = savedPage({
  id: 'saved-2',
  name: 'Team week',
  page: 'dashboard',
  parameters: { period: 'month:2026-08', against: 'none', owner: ['Inès', ''] },
  is_shared: true,
  is_start: true,
  is_mine: false,
  can_change: false,
  made_by: 'ines@example.com',
});
const ELSEWHERE = savedPage({ id: 'saved-3', view_id: 'signal', name: 'Elsewhere' });
const DEMO: Me = { ...me(), kinds: kindsOf({ role: 'viewer', isDemo: true, ownsPov: false }) };

const panel = () => {
  const found = document.querySelector<HTMLElement>('app-saved-pages-panel');
  if (!found) throw new Error('No panel is open.');
  return found;
};
const choices = () => [...panel().querySelectorAll('.menu-item')].map(textOf);
const said = () =>
  TestBed.inject(Toasts)
    .shown()
    .map(({ text }) => text);
const type = (words: string) => {
  const field = panel().querySelector<HTMLInputElement>('input.field');
  if (!field) throw new Error('There is no field.');
  field.value = words;
  field.dispatchEvent(new Event('input'));
};

async function press(page: OpenedPage, name: string | RegExp): Promise<void> {
  button(panel(), name).click();
  await page.settle();
}

/** Answers the list, which is read anew after each change. */
async function list(page: OpenedPage, items: readonly SavedPage[]): Promise<void> {
  (await page.request(LIST)).flush({ items, next_cursor: null, total: items.length });
  await page.settle();
  await page.settle();
}

/** Does what is asked of a path. @returns what that was */
async function done(page: OpenedPage, path: string, answer: object | null, after: readonly SavedPage[]) {
  const asked = await page.request(path);
  const { method, headers } = asked.request;
  const body: unknown = asked.request.body;
  asked.flush(answer);
  await list(page, after);
  return [method, body, headers.get('If-Match')];
}

async function opened(pages: readonly SavedPage[], { who = me(), query = '' } = {}): Promise<OpenedPage> {
  const address = `/v/organic/meetings-generation?period=month:2026-11${query}`;
  const page = await openPage(SavedPagesMenu, address, { who });
  button(page.element, 'Saved pages').click();
  await page.settle();
  await list(page, pages);
  return page;
}

describe('saved pages', () => {
  it('are those of the view in words, one’s own first; one opens with its period of today', async () => {
    const page = await opened([ELSEWHERE, MINE, THEIRS], { query: '&source_group=inbound' });
    expect(textOf(panel())).toBe(
      'Mine My inbound Meetings generation · This month · Source Inbound ' +
        'Shared with everybody who opens Organic Team week Dashboard · Aug 2026 · AE Inès, Unassigned · by ines@example.com ' +
        'Save this page…',
    );
    const shown = panel().querySelector('[aria-current]');
    expect(textOf(shown)).toContain('My inbound');
    await press(page, /^Team week/);
    expect(TestBed.inject(Router).url).toBe(
      '/v/organic/dashboard?period=month:2026-08&against=none&owner=In%C3%A8s&owner=',
    );
    expect(document.querySelector('app-saved-pages-panel')).toBeNull();
  });

  it('keep what is on the page, with a period that follows the calendar or stays', async () => {
    const page = await opened([], { query: '&against=last_year&bdr=Hugo&stage=&run=run-1' });
    expect(textOf(panel())).toContain('come back to it with one click');
    await press(page, 'Save this page…');
    expect(panel().querySelector<HTMLInputElement>('input.field')?.value).toBe(
      'Meetings generation, This month, BDR Hugo, Stage No stage',
    );
    type('Hugo’s month');
    panel()
      .querySelectorAll<HTMLInputElement>('input[type="checkbox"]')
      .forEach((box) => box.click());
    await page.settle();
    button(panel(), 'Save').click();
    const made = savedPage({ name: 'Hugo’s month' });
    const content = {
      name: 'Hugo’s month',
      page: 'meetings-generation',
      parameters: { period: 'this_month', against: 'last_year', bdr: ['Hugo'], stage: [''] },
      is_shared: true,
    };
    expect(await done(page, OWN, made, [made])).toEqual(['POST', content, null]);
    const start = await done(page, '/api/start-page', {}, [{ ...made, is_start: true }]);
    expect(start).toEqual(['PUT', { saved_page_id: 'saved-1' }, null]);
    expect(said()).toEqual(['Saved “Hugo’s month”.']);
    expect(choices()[0]).toMatch(/^Hugo’s month/);

    await press(page, 'Save this page…');
    panel().querySelectorAll<HTMLInputElement>('input[type="radio"]')[1]?.click();
    await page.settle();
    button(panel(), 'Save').click();
    const asked = await page.request(OWN);
    expect(asked.request.body).toMatchObject({ parameters: { period: 'month:2026-11' }, is_shared: false });
    const problem = { title: 'Conflict', status: 409, detail: 'There is one already.', errors: [] };
    asked.flush(problem, { status: 409, statusText: 'Conflict' });
    await list(page, [made]);
    expect(textOf(panel().querySelector('[role="alert"]'))).toBe('There is one already.');
  });

  it('are changed on the revision that was seen, and each change can be taken back', async () => {
    const page = await opened([MINE]);
    await press(page, 'More about My inbound');
    expect(choices()).toEqual([
      'Make it my start page',
      'Rename',
      'Update to what is on the page',
      'Share with Organic',
      'Delete',
    ]);
    await press(page, 'Rename');
    type(' Inbound ');
    await page.settle();
    button(panel(), 'Save').click();
    const { name, page: shown, parameters, is_shared } = MINE;
    const renamed = { ...MINE, name: 'Inbound', revision: 5 };
    expect(await done(page, `${OWN}/saved-1`, renamed, [renamed])).toEqual([
      'PUT',
      { name: 'Inbound', page: shown, parameters, is_shared },
      '"4"',
    ]);
    TestBed.inject(Toasts).undoLast();
    const back = await done(page, `${OWN}/saved-1`, { ...MINE, revision: 6 }, [{ ...MINE, revision: 6 }]);
    expect(back).toEqual(['PUT', { name, page: shown, parameters, is_shared }, '"5"']);

    await press(page, 'More about My inbound');
    await press(page, 'Update to what is on the page');
    const updated = await done(page, `${OWN}/saved-1`, MINE, [MINE]);
    expect(updated[1]).toMatchObject({ parameters: { period: 'this_month' } });
    expect(updated[1]).not.toHaveProperty('parameters.source_group');

    await press(page, 'More about My inbound');
    await press(page, 'Delete');
    expect(await done(page, `${OWN}/saved-1`, null, [])).toEqual(['DELETE', null, '"4"']);
    TestBed.inject(Toasts).undoLast();
    expect((await done(page, `${OWN}/saved-1/restore`, MINE, [MINE]))[0]).toBe('POST');
    expect(choices()[0]).toMatch(/^My inbound/);
  });

  it('that always open the same days open others after an update, not those of the calendar', async () => {
    const fixed = { ...MINE, parameters: { period: 'month:2026-08' } };
    const page = await opened([fixed]);
    await press(page, 'More about My inbound');
    await press(page, 'Update to what is on the page');
    const [, body] = await done(page, `${OWN}/saved-1`, fixed, [fixed]);
    expect(body).toMatchObject({ parameters: { period: 'month:2026-11' } });
  });

  it('of others can be where one starts, and no more', async () => {
    const page = await opened([THEIRS]);
    await press(page, 'More about Team week');
    expect(choices()).toEqual(['Not my start page any more']);
    await press(page, 'Not my start page any more');
    const none = [{ ...THEIRS, is_start: false }];
    expect((await done(page, '/api/start-page', null, none))[0]).toBe('DELETE');
    expect(said()).toEqual(['You start where you were last.']);
    TestBed.inject(Toasts).undoLast();
    expect(await done(page, '/api/start-page', {}, [THEIRS])).toEqual([
      'PUT',
      { saved_page_id: 'saved-2' },
      null,
    ]);
  });

  it('are read alone by the demo user', async () => {
    await opened([THEIRS], { who: DEMO });
    expect([...panel().querySelectorAll('button')]).toHaveLength(1);
  });
});
