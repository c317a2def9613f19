import type { ArchivedView, View, ViewOpeners } from '@app/contracts';
import { button, openPage, textOf } from '../testing/at';
import { view } from '../testing/answers';
import { ViewsPage } from './views.page';
import { said } from '../testing/said';

const SIGNAL = view({ id: 'signal', name: 'Signal', is_default: false, assigned_user: 'sam@example.com' });
const MASTER = view({
  id: 'master',
  name: 'Master',
  is_master: true,
  is_default: false,
  aggregates_from: ['organic', 'signal'],
});
const DELETED: ArchivedView = {
  id: 'lost',
  name: 'Lost',
  is_master: false,
  records_count: 3,
  archived_at: '2026-11-21T10:00:00.000Z',
  archived_by: 'maya@example.com',
  is_name_free: true,
};
const opener = (view_id: string, more: Partial<ViewOpeners> = {}): ViewOpeners => ({
  view_id,
  adds_up_all: false,
  people: 1,
  viewers: [],
  ...more,
});
const page = <Item>(items: Item[]) => ({ items, next_cursor: null, total: items.length });

async function opened({
  views = [view(), SIGNAL, MASTER],
  archived = [DELETED],
}: { views?: View[]; archived?: ArchivedView[] } = {}) {
  const found = await openPage(ViewsPage, '/v/organic/views', { views });
  const answer = async () => {
    (await found.request('/api/views')).flush(page(views));
    (await found.request('/api/view-openers')).flush(
      page([
        opener('organic'),
        opener('signal', { people: 2, viewers: [{ name: 'Sam', email: 'sam@example.com' }] }),
        opener('master', { adds_up_all: true }),
      ]),
    );
    (await found.request('/api/archived-views')).flush(page(archived));
    await found.settle();
  };
  return { ...found, answer };
}

const dialog = () => document.querySelector('.cdk-dialog-container')!;
const inDialog = async (settle: () => Promise<void>, selector: string) =>
  vi.waitFor(async () => {
    await settle();
    const found = document.querySelector<HTMLInputElement>(`.cdk-dialog-container ${selector}`);
    if (!found) throw new Error(`There is no ${selector} in the dialog.`);
    return found;
  });
async function fill(settle: () => Promise<void>, field: HTMLInputElement, text: string) {
  field.value = text;
  field.dispatchEvent(new Event('input'));
  await settle();
}
const lineOf = (element: Element, name: string) =>
  textOf(
    [...element.querySelectorAll('app-view-list tbody tr')].find((row) => textOf(row).startsWith(name)) ??
      null,
  );

describe('the page of the views', () => {
  afterEach(() => dialogs().forEach((each) => each.click()));
  const dialogs = () => [
    ...document.querySelectorAll<HTMLElement>('.cdk-dialog-container [aria-label="Close"]'),
  ];

  it('says of each what it is, whose, and who opens it', async () => {
    const { element, answer } = await opened();
    expect(textOf(element)).toContain('Loading views');
    await answer();
    expect(lineOf(element, 'Signal')).toContain('sam@example.com');
    expect(lineOf(element, 'Signal')).toContain('1 viewer and 1 super admin Sam');
    expect(lineOf(element, 'Organic')).toContain('Default Cannot be deleted while it is the default');
    expect(lineOf(element, 'Organic')).toContain('1 super admin');
    expect(lineOf(element, 'Master')).toContain('All other views');
    expect(textOf(element.querySelector('app-archived-views'))).toContain(
      'by maya@example.com, with 3 deals',
    );
  });

  it('shows why there is no list, and asks again', async () => {
    const { element, request, settle } = await opened();
    (await request('/api/views')).flush(
      { title: 'Away', status: 503, detail: 'Try again.' },
      { status: 503, statusText: 'Away' },
    );
    await settle();
    expect(textOf(element)).toContain('Away Try again.');
    button(element, 'Try again').click();
    (await request('/api/views')).flush(page([view()]));
    await settle();
    expect(lineOf(element, 'Organic')).toContain('312');
  });

  it('sends what was changed, and nothing else', async () => {
    const { element, answer, settle, request } = await opened();
    await answer();
    button(element, 'Edit Signal').click();
    const name = await inDialog(settle, 'input[required]');
    expect(button(dialog(), 'Save').disabled).toBe(true);
    await fill(settle, name, ' Acquisition ');
    expect(textOf(dialog())).toContain('everybody who opens it follow');
    button(dialog(), 'Save').click();
    const sent = await request('/api/views/signal');
    expect([sent.request.method, sent.request.body]).toEqual(['PATCH', { name: 'Acquisition' }]);
    sent.flush(
      { title: 'Conflict', status: 409, detail: 'There is one already.' },
      { status: 409, statusText: 'Conflict' },
    );
    await settle();
    expect(textOf(dialog().querySelector('[role=alert]'))).toBe('There is one already.');
  });

  it('deletes only what was typed', async () => {
    const { element, answer, settle, request } = await opened();
    await answer();
    expect(button(element, 'Delete Organic').disabled).toBe(true);
    button(element, 'Delete Signal').click();
    const typed = await inDialog(settle, 'input');
    await fill(settle, typed, 'signal');
    expect(button(dialog(), 'Delete the view').disabled).toBe(true);
    await fill(settle, typed, 'Signal');
    button(dialog(), 'Delete the view').click();
    const sent = await request('/api/views/signal');
    expect([sent.request.method, sent.request.params.get('confirm')]).toEqual(['DELETE', 'Signal']);
    sent.flush(DELETED);
    await vi.waitFor(async () => {
      await settle();
      expect(said()).toEqual(['Signal is deleted, and kept among the deleted views.']);
    });
  });

  it('do not speak of deleted views where there are none', async () => {
    const { element, answer } = await opened({ archived: [] });
    await answer();
    expect(element.querySelector<HTMLElement>('app-archived-views')?.hidden).toBe(true);
  });

  it('asks for another name of a deleted view whose own is taken', async () => {
    const { element, answer, settle, request } = await opened({
      archived: [{ ...DELETED, is_name_free: false }],
    });
    await answer();
    expect(button(element, 'Restore Lost').disabled).toBe(true);
    await fill(settle, element.querySelector<HTMLInputElement>('app-archived-views input')!, 'Found');
    button(element, 'Restore Lost').click();
    const sent = await request('/api/archived-views/lost/restore');
    expect(sent.request.body).toEqual({ name: 'Found' });
    sent.flush(view({ name: 'Found' }));
    await vi.waitFor(async () => {
      await settle();
      expect(said().at(-1)).toContain('Found is back');
    });
  });
});
