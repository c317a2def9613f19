import type { User } from '@app/contracts';
import { view } from '../testing/answers';
import { button, openPage, textOf } from '../testing/at';
import { admin, user } from '../testing/users';
import { UsersPage } from './users.page';
import { said, undo } from '../testing/said';

const VIEWS = [
  view(),
  view({ id: 'signal', name: 'Signal', is_default: false }),
  view({ id: 'master', name: 'Master', is_master: true, is_default: false }),
];
const LINK = {
  email: 'ada@example.com',
  url: 'https://sales.example.com/sign-in#invitation=abc',
  expires_at: '2026-11-23T08:00:00.000Z',
  is_new: false,
};
const listOf = (items: User[]) => ({ items, next_cursor: null, total: items.length });

async function usersPage(items = [admin(), user()]) {
  const page = await openPage(UsersPage, '/v/organic/users', { views: VIEWS });
  (await page.request('/api/users')).flush(listOf(items));
  await page.settle();
  const dialog = () => {
    const found = document.querySelector('.cdk-dialog-container');
    if (!found) throw new Error('No dialog is open.');
    return found;
  };
  const opened = async (name: string | RegExp, selector: string) => {
    button(page.element, name).click();
    await vi.waitFor(async () => {
      await page.settle();
      if (!document.querySelector(selector)) throw new Error(`There is no ${selector}.`);
    });
    return dialog();
  };
  const reloaded = async (now: User[]) => {
    (await page.request('/api/users')).flush(listOf(now));
    await page.settle();
  };
  return {
    ...page,
    reloaded,
    dialog,
    edit: (name: string) => opened(`Edit ${name}`, 'app-edit-user-dialog section'),
    add: async (google: boolean) => {
      await opened(/Add somebody/, 'app-add-user-dialog form');
      (await page.request('/api/auth/config')).flush({ google, demo: false, local: [], refusal: null });
      await page.settle();
      return dialog();
    },
    rows: () => [...page.element.querySelectorAll('tbody tr')].map(textOf),
  };
}

async function enter(page: { settle(): Promise<void> }, field: HTMLInputElement | null, text: string) {
  if (!field) throw new Error('There is no such field.');
  field.value = text;
  field.dispatchEvent(new Event('input'));
  await page.settle();
}

const box = (dialog: Element, label: string): HTMLInputElement => {
  const found = [...dialog.querySelectorAll('label')].find((each) => textOf(each).startsWith(label));
  const input = found?.querySelector('input');
  if (!input) throw new Error(`There is no choice ${label}.`);
  return input;
};

afterEach(() => {
  document.querySelector('.cdk-overlay-container')?.replaceChildren();
});

describe('the list of users', () => {
  it('tells who they are, what they open, and when they came last', async () => {
    const page = await usersPage([
      admin(),
      user({ view_access: ['Signal', 'Old'], unknown_views: ['Old'] }),
      user({
        id: 'u3',
        email: 'new@example.com',
        name: 'new@example.com',
        view_access: [],
        last_login: null,
      }),
      user({ id: 'u4', name: 'Ivy', link_expires_at: '2026-11-23T08:00:00.000Z', sessions: 0 }),
    ]);
    const [hugo, sam, unnamed, ivy] = page.rows();
    expect(hugo).toMatch(
      /^Hugo Marchand you hugo@example\.com .* Super admin Every view 22 Nov 2026, 08:30 1/,
    );
    expect(sam).toContain('Signal Old gone');
    expect(sam).toContain('Viewer · Signal, Old Last sign-in: 22 Nov 2026, 08:30 2 sessions');
    expect(unnamed).toContain('Organic (default view) never');
    expect(unnamed).toContain('Last sign-in: never');
    expect(ivy).toContain('Last sign-in: 22 Nov 2026, 08:30 link waits until 23 Nov, 09:00 Viewer');
    expect(ivy).toContain('link waits until 23 Nov, 09:00 –');
    expect(textOf(page.element.querySelector('[role="status"]'))).toBe('4 people');
  });

  it('is searched, and says when nobody is found', async () => {
    const page = await usersPage();
    await enter(page, page.element.querySelector('input[type="search"]'), 'signal');
    expect(page.rows()).toHaveLength(1);
    expect(textOf(page.element.querySelector('[role="status"]'))).toBe('1 of 2 people');
    await enter(page, page.element.querySelector('input[type="search"]'), 'nobody');
    expect(textOf(page.element)).toContain('Nobody has “nobody” in the name');
    button(page.element, 'Show everybody').click();
    await page.settle();
    expect(page.rows()).toHaveLength(2);
  });

  it('says why it cannot be shown, and tries again', async () => {
    const page = await openPage(UsersPage, '/v/organic/users', { views: VIEWS });
    (await page.request('/api/users')).flush(
      { title: 'Busy', status: 503, detail: 'Later.' },
      { status: 503, statusText: 'x' },
    );
    await page.settle();
    expect(textOf(page.element.querySelector('[role="alert"]'))).toContain('Busy Later.');
    button(page.element, 'Try again').click();
    (await page.request('/api/users')).flush(listOf([admin()]));
    await page.settle();
    expect(textOf(page.element)).toContain('Hugo Marchand');
  });
});

describe('editing somebody', () => {
  it('sends only what differs, and says what was done', async () => {
    const page = await usersPage();
    const dialog = await page.edit('Sam Signal');
    expect(button(dialog, 'Save').disabled).toBe(true);
    box(dialog, 'Master').click();
    await page.settle();
    expect(textOf(dialog)).toContain('Master shows the deals of the views that it adds up.');
    button(dialog, 'Save').click();
    const request = page.api.expectOne({ method: 'PATCH', url: '/api/users/user-signal' });
    expect(request.request.body).toEqual({
      view_access: ['Signal', 'Master'],
      view_access_before: ['Signal'],
    });
    const changed = user({ view_access: ['Signal', 'Master'] });
    request.flush(changed);
    await page.reloaded([admin(), changed]);
    expect(document.querySelector('app-edit-user-dialog')).toBeNull();
    expect(said()).toEqual(['Sam Signal was changed.']);
    undo();
    const back = page.api.expectOne({ method: 'PATCH', url: '/api/users/user-signal' });
    expect(back.request.body).toEqual({
      view_access: ['Signal'],
      view_access_before: ['Signal', 'Master'],
    });
  });

  it('says that somebody else was faster, and shows what they chose', async () => {
    const page = await usersPage();
    const dialog = await page.edit('Sam Signal');
    box(dialog, 'Master').click();
    await page.settle();
    button(dialog, 'Save').click();
    const detail = 'Somebody else has changed meanwhile what Sam Signal opens: now it is Organic.';
    page.api
      .expectOne({ method: 'PATCH', url: '/api/users/user-signal' })
      .flush(
        { title: 'Conflict', status: 409, detail, errors: [], request_id: 'r-1' },
        { status: 409, statusText: 'Conflict' },
      );
    await page.reloaded([admin(), user({ view_access: ['Organic'] })]);
    expect(textOf(dialog)).toContain(detail);
    expect([
      box(dialog, 'Organic').checked,
      box(dialog, 'Signal').checked,
      box(dialog, 'Master').checked,
    ]).toEqual([true, false, false]);
  });

  it('offers the names of views that are gone to be let go, and names the default view', async () => {
    const page = await usersPage([admin(), user({ view_access: ['Old'], unknown_views: ['Old'] })]);
    const dialog = await page.edit('Sam Signal');
    expect(textOf(dialog)).toContain('Old no view has this name any more');
    box(dialog, 'Old').click();
    await page.settle();
    expect(textOf(dialog)).toContain('None chosen: opens the default view, Organic.');
  });

  it('says beside each control why it is off', async () => {
    const page = await usersPage();
    const dialog = await page.edit('Hugo Marchand');
    expect(box(dialog, 'Viewer').disabled).toBe(true);
    const text = textOf(dialog);
    expect(text).toContain('The last super admin stays one: make somebody else a super admin first.');
    expect(text).toContain('The last super admin cannot be removed');
    expect(button(dialog, 'Remove…').disabled).toBe(true);
    expect(button(dialog, 'Sign out everywhere').disabled).toBe(true);
  });

  it('makes no link for the owner of the POV', async () => {
    const page = await usersPage([admin(), user({ owns_pov: true })]);
    const dialog = await page.edit('Sam Signal');
    expect(textOf(dialog)).toContain('npm run invite -- signal@example.com');
    expect(button(dialog, 'Make a link').disabled).toBe(true);
  });

  it('makes a link, and signs out everywhere', async () => {
    const page = await usersPage();
    const dialog = await page.edit('Sam Signal');
    button(dialog, 'Make a link').click();
    page.api.expectOne('/api/invitations').flush(LINK);
    await page.reloaded([admin(), user({ link_expires_at: LINK.expires_at })]);
    expect(dialog.querySelector<HTMLInputElement>('app-link-box input')?.value).toBe(LINK.url);
    button(dialog, 'Sign out everywhere').click();
    page.api.expectOne({ method: 'DELETE', url: '/api/users/user-signal/sessions' }).flush(null);
    await page.reloaded([admin(), user({ sessions: 0 })]);
    expect(textOf(dialog)).toContain('No session is open.');
    expect(textOf(dialog)).toContain('Sam Signal is signed out everywhere.');
  });

  it('removes after a question that names the person', async () => {
    const page = await usersPage();
    const dialog = await page.edit('Sam Signal');
    button(dialog, 'Remove…').click();
    await page.settle();
    expect(textOf(dialog)).toMatch(
      /^Remove Sam Signal\? signal@example\.com is signed out everywhere at once/,
    );
    button(dialog, 'Keep').click();
    await page.settle();
    button(dialog, 'Remove…').click();
    await page.settle();
    button(dialog, 'Remove Sam Signal').click();
    page.api.expectOne({ method: 'DELETE', url: '/api/users/user-signal' }).flush(null);
    await page.reloaded([admin()]);
    expect(document.querySelector('app-edit-user-dialog')).toBeNull();
    expect(page.rows()).toHaveLength(1);
    expect(document.activeElement).toBe(page.element.querySelector('input[type="search"]'));
  });

  it('shows what was refused', async () => {
    const page = await usersPage();
    const dialog = await page.edit('Sam Signal');
    box(dialog, 'Super admin').click();
    await page.settle();
    button(dialog, 'Save').click();
    page.api
      .expectOne('/api/users/user-signal')
      .flush({ title: 'Conflict', status: 409, detail: 'No.' }, { status: 409, statusText: 'x' });
    await page.settle();
    expect(textOf(dialog.querySelector('[role="alert"]'))).toBe('No.');
  });
});

describe('adding somebody', () => {
  it('makes a link where there is no Google, and shows it once', async () => {
    const page = await usersPage();
    const dialog = await page.add(false);
    expect(box(dialog, 'Make a sign-in link').checked).toBe(true);
    expect(button(dialog, 'Add').disabled).toBe(true);
    await enter(page, dialog.querySelector('input[type="email"]'), ' ada@example.com ');
    box(dialog, 'Signal').click();
    await page.settle();
    button(dialog, 'Add').click();
    const added = user({ id: 'u9', email: 'ada@example.com', name: 'ada@example.com' });
    const request = page.api.expectOne({ method: 'POST', url: '/api/users' });
    expect(request.request.body).toEqual({
      email: 'ada@example.com',
      role: 'viewer',
      view_access: ['Signal'],
    });
    request.flush(added);
    await page.reloaded([admin(), added]);
    page.api.expectOne('/api/invitations').flush(LINK);
    await page.reloaded([admin(), added]);
    expect(dialog.querySelector<HTMLInputElement>('app-link-box input')?.value).toBe(LINK.url);
    expect(textOf(dialog)).toContain('It is shown here and nowhere again.');
  });

  it('adds without one where Google is', async () => {
    const page = await usersPage();
    const dialog = await page.add(true);
    expect(box(dialog, 'Make a sign-in link').checked).toBe(false);
    await enter(page, dialog.querySelector('input[type="email"]'), 'ada@example.com');
    await enter(page, dialog.querySelector('input[name="name"]'), 'Ada');
    button(dialog, 'Add').click();
    const request = page.api.expectOne({ method: 'POST', url: '/api/users' });
    expect(request.request.body).toMatchObject({ name: 'Ada', view_access: [] });
    request.flush(user({ name: 'Ada' }));
    await page.reloaded([admin(), user({ name: 'Ada' })]);
    expect(document.querySelector('app-add-user-dialog')).toBeNull();
    expect(said()).toEqual(['Ada was added.']);
  });

  it('says at the field that it is no address, and asks nobody', async () => {
    const page = await usersPage();
    const dialog = await page.add(true);
    const field = dialog.querySelector<HTMLInputElement>('input[type="email"]');
    await enter(page, field, 'not an address');
    button(dialog, 'Add').click();
    await page.settle();
    page.api.expectNone('/api/users');
    expect(field?.getAttribute('aria-invalid')).toBe('true');
    expect(textOf(dialog.querySelector('#email-hint'))).toMatch(/^This is no address/);
    await enter(page, field, 'ada@example.com');
    expect(field?.getAttribute('aria-invalid')).toBeNull();
  });

  it('says who has the address already', async () => {
    const page = await usersPage();
    const dialog = await page.add(true);
    await enter(page, dialog.querySelector('input[type="email"]'), 'signal@example.com');
    button(dialog, 'Add').click();
    const detail =
      'signal@example.com is a user already: Sam Signal, a viewer of Signal. Nothing was changed.';
    page.api
      .expectOne({ method: 'POST', url: '/api/users' })
      .flush({ title: 'Conflict', status: 409, detail }, { status: 409, statusText: 'x' });
    await page.settle();
    expect(textOf(dialog.querySelector('[role="alert"]'))).toBe(detail);
  });
});
