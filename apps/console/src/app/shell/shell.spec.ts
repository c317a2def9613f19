import { provideHttpClient, withXhr } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { CONSOLE_PAGES } from '../pages';
import { PAGES } from '../session/pages';
import { Session } from '../session/session';
import { Views } from '../session/views';
import { me, view } from '../testing/answers';
import { textOf } from '../testing/at';
import { runEvent, streamsOfEvents } from '../testing/event-source';
import { Narrow } from '../ui/base/narrow';
import { Shell } from './shell';
import { PageKeys } from '../ui/page-keys';

const TURNS = 10;

@Component({ template: '<input aria-label="a field" />' })
class Page {}

const PATHS = ['dashboard', 'meetings-attended', 'projections', 'data', 'targets', 'settings'];
const known = CONSOLE_PAGES.filter(({ path }) => PATHS.includes(path));
const pages = known.map(({ path, label }) => ({ path, component: Page, title: label }));

async function open(url: string) {
  TestBed.configureTestingModule({
    providers: [
      { provide: PAGES, useValue: known },
      provideHttpClient(withXhr()),
      provideHttpClientTesting(),
      provideRouter([
        {
          path: '',
          component: Shell,
          children: [{ path: 'v/:view', children: pages }, ...pages],
        },
      ]),
    ],
  });
  const api = TestBed.inject(HttpTestingController);
  const signedIn = [TestBed.inject(Session).whoIsThere(), TestBed.inject(Views).load()];
  api.expectOne('/api/auth/me').flush(me());
  api.expectOne('/api/views').flush({ items: [view()], next_cursor: null, total: 1 });
  await Promise.all(signedIn);
  const harness = await RouterTestingHarness.create(url);
  const element = harness.fixture.nativeElement as HTMLElement;
  const settle = async () => {
    // Routes, dialogs and their focus follow in turns of their own, whatever the clock says.
    for (let turn = 0; turn < TURNS; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      harness.fixture.detectChanges();
    }
  };
  const press = async (key: string, target: EventTarget = document.body) => {
    const keyCode = key === 'Escape' ? 27 : 0; // what the overlay looks at
    target.dispatchEvent(new KeyboardEvent('keydown', { key, keyCode, bubbles: true, cancelable: true }));
    await settle();
  };
  await settle();
  return { element, settle, press };
}

const address = () => TestBed.inject(Router).url;
const ADDRESS = '/v/organic/dashboard?period=month:2026-09&owner=hugo&against=last_year';

describe('the frame of every page', () => {
  it('offers the pages that exist as tabs, which keep period, people and comparison', async () => {
    const { element } = await open(`${ADDRESS}&explain=poa.generated`);
    const tabs = [...element.querySelectorAll('nav a')];
    expect(tabs.map(textOf)).toEqual(['Dashboard', 'Meetings attended', 'Projections', 'Data']);
    expect(tabs[1]?.getAttribute('href')).toBe(
      '/v/organic/meetings-attended?period=month:2026-09&owner=hugo&against=last_year',
    );
  });

  it('has the pages where the thumb is on a phone, those that seldom matter under More', async () => {
    TestBed.overrideProvider(Narrow, { useValue: { is: signal(true) } });
    const { element, settle } = await open(ADDRESS);
    const bar = element.querySelector('app-bottom-bar');
    const links = [...(bar?.querySelectorAll('a') ?? [])];
    expect(links.map(textOf)).toEqual(['Dashboard', 'Projections', 'Data']);
    expect(links.map((link) => link.getAttribute('aria-current'))).toEqual(['page', null, null]);
    expect(element.querySelectorAll('header nav')).toHaveLength(0);
    bar?.querySelector('button')?.click();
    await settle();
    const others = [...document.querySelectorAll('.menu a')];
    expect(others.map(textOf)).toEqual(['Meetings attended']);
    expect(others[0]?.getAttribute('href')).toContain('/v/organic/meetings-attended?period=month:2026-09');
  });

  it('has the pages of the user menu under More as well, which is marked on what the bar does not name', async () => {
    TestBed.overrideProvider(Narrow, { useValue: { is: signal(true) } });
    const { element, settle } = await open(ADDRESS);
    const more = element.querySelector<HTMLElement>('app-bottom-bar button');
    expect(more?.classList).not.toContain('on');
    more?.click();
    await settle();
    const apart = [...document.querySelectorAll<HTMLElement>('.menu button')];
    expect(apart.map(textOf)).toEqual(['Targets', 'Weights and settings']);
    apart[0]?.click();
    await settle();
    expect(address()).toContain('/v/organic/targets');
    expect(more?.classList).toContain('on');
  });

  it('says beside the data page how many imports wait for a decision', async () => {
    const streams = streamsOfEvents();
    try {
      const { element, settle } = await open(ADDRESS);
      streams[0]?.says('run', runEvent({ id: '1' }));
      streams[0]?.says('run', runEvent({ id: '2', status: 'preview' }));
      await settle();
      const tab = element.querySelector('nav a:last-child');
      expect(textOf(tab?.querySelector('[aria-hidden]') ?? null)).toBe('2');
      expect(textOf(tab?.querySelector('.unseen') ?? null)).toBe(', 2 imports wait for a decision');
      streams[0]?.says('run', runEvent({ id: '1', status: 'discarded' }));
      streams[0]?.says('run', runEvent({ id: '2', status: 'published' }));
      await settle();
      expect(textOf(tab)).toBe('Data');
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it('says in the address which period it is, and which columns were chosen on the page', async () => {
    localStorage.setItem('pipeline.columns.meetings-attended.owners_table', 'deals.arr');
    localStorage.setItem('pipeline.columns.meetings-attended.poa', 'stage,owner');
    localStorage.setItem('pipeline.columns.meetings-attended.intros', '');
    localStorage.setItem('pipeline.columns.projections.closing', 'owner');
    const { element, settle } = await open('/v/organic/meetings-attended?poa_columns=stage');
    const said = TestBed.inject(Router).parseUrl(address()).queryParams;
    expect(said).toEqual({
      poa_columns: 'stage',
      period: expect.stringMatching(/^half:/) as unknown,
      owners_table_columns: 'deals.arr',
    });
    element.querySelector<HTMLElement>('nav a[href*=projections]')?.click();
    await settle();
    expect(TestBed.inject(Router).parseUrl(address()).queryParams).toEqual({
      period: said.period as unknown,
      closing_columns: 'owner',
    });
  });

  it('shows the period only on pages that depend on it', async () => {
    const shows = async (url: string) => {
      TestBed.resetTestingModule();
      const { element } = await open(url);
      return ['app-period-picker', 'app-filter-bar', 'app-comparison-picker'].map(
        (name) => element.querySelector(name) !== null,
      );
    };
    expect(await shows(ADDRESS)).toEqual([true, true, true]);
    expect(await shows('/v/organic/projections?period=month:2026-09')).toEqual([false, true, false]);
    expect(await shows('/v/organic/targets?period=month:2026-09')).toEqual([true, false, false]);
    expect(await shows('/v/organic/data?period=month:2026-09')).toEqual([false, false, false]);
  });

  it('names the tab of the browser after page, view and period', async () => {
    const { settle } = await open(ADDRESS);
    const titles = [document.title];
    const router = TestBed.inject(Router);
    for (const next of [
      `${ADDRESS}&explain=poa.generated`,
      '/v/organic/projections',
      '/v/organic/data',
      '/settings',
    ]) {
      void router.navigateByUrl(next);
      await settle();
      titles.push(document.title);
    }
    expect(titles).toEqual([
      'Dashboard · Organic · Sept 2026 · Pipeline',
      'Dashboard · Organic · Sept 2026 · Pipeline',
      'Projections · Organic · Pipeline',
      'Data · Organic · Pipeline',
      'Weights and settings · Pipeline',
    ]);
  });

  it('leads back to the view from a page that belongs to none', async () => {
    const { element } = await open('/settings');
    expect(element.querySelector('nav a')?.getAttribute('href')).toBe('/v/organic/dashboard');
    expect(element.querySelector('app-empty-state')).toBeNull();
  });

  it('says when a view cannot be opened', async () => {
    const { element } = await open('/v/secret/dashboard?period=month:2026-09');
    expect(textOf(element.querySelector('main'))).toContain('This view does not exist');
  });

  it('goes to a page on g and its letter, but not while somebody types', async () => {
    const { element, press } = await open(ADDRESS);
    const field = element.querySelector('input') ?? document.body;
    await press('g', field);
    await press('a', field);
    expect(address()).toBe(ADDRESS);
    await press('a');
    expect(address()).toBe(ADDRESS);
    await press('g');
    await press('a');
    expect(address()).toContain('/v/organic/meetings-attended?period=month:2026-09');
    await press('g');
    await press('e');
    expect(address()).toBe('/settings');
  });

  it('opens the list of views on v', async () => {
    const { press } = await open(ADDRESS);
    await press('v');
    expect(textOf(document.querySelector('[role="menu"]'))).toContain('Organic');
  });

  it('opens the help on ?, once, until Escape', async () => {
    const { press, settle } = await open(ADDRESS);
    TestBed.inject(PageKeys).list({ heading: 'Here', keys: [{ keys: ['Ctrl', 'z'], what: 'Undo' }] });
    await press('?');
    await press('?');
    const dialogs = () => document.querySelectorAll('app-shortcut-help');
    // Its code is loaded first, and drawn after that.
    const isThere = () => expect(textOf(dialogs()[0] ?? null)).toContain('Weights and settings g then e');
    await vi.waitFor(isThere, 60_000);
    expect(dialogs()).toHaveLength(1);
    expect(textOf(dialogs()[0] ?? null)).toContain('Here Undo Ctrl z');
    await press('Escape');
    await settle();
    expect(dialogs()).toHaveLength(0);
  });
});
