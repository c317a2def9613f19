import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { View } from '@app/contracts';
import { view } from '../testing/answers';
import { openPage } from '../testing/at';
import { streamsOfEvents } from '../testing/event-source';
import { DataChanges } from './data-changes';
import { Views } from './views';

@Component({ template: '' })
class Page {
  readonly changes = inject(DataChanges);
}

const newer = (revision: number) => view({ data: { ...view().data, revision } });

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('newer data', () => {
  it('are announced, and loaded on demand', async () => {
    const page = await openPage(Page, '/v/organic/dashboard');
    const changes = TestBed.inject(DataChanges);
    changes.seen('organic', 57);
    expect(changes.isNewer()).toBe(false);
    const looked = TestBed.inject(Views).load();
    page.api.expectOne('/api/views').flush({ items: [newer(58)], next_cursor: null, total: 1 });
    await looked;
    expect(changes.isNewer()).toBe(true);
    const before = changes.version();
    changes.show();
    expect(changes.version()).toBeGreaterThan(before);
    changes.seen('organic', 58);
    expect(changes.isNewer()).toBe(false);
  });

  it("shows the reader's own change without asking", async () => {
    const page = await openPage(Page, '/v/organic/dashboard');
    const changes = TestBed.inject(DataChanges);
    changes.seen('organic', 57);
    const before = changes.version();
    const done = changes.published();
    page.api.expectOne('/api/views').flush({ items: [newer(58)], next_cursor: null, total: 1 });
    await done;
    expect(changes.isNewer()).toBe(false);
    expect(changes.version()).toBeGreaterThan(before);
  });

  it('reload the list of views when an answer is newer', async () => {
    const page = await openPage(Page, '/v/organic/dashboard');
    const changes = TestBed.inject(DataChanges);
    changes.seen('organic', 58);
    page.api.expectOne('/api/views').flush({ items: [newer(58)], next_cursor: null, total: 1 });
    await page.settle();
    expect(changes.isNewer()).toBe(false);
  });

  it('are announced as soon as the server tells of them, and moved by nothing but the reader', async () => {
    const streams = streamsOfEvents();
    const page = await openPage(Page, '/v/organic/dashboard');
    const changes = TestBed.inject(DataChanges);
    changes.seen('organic', 57);
    const before = changes.version();
    const told = { view_id: 'organic', revision: 57, started_by: null, last_update: null };
    streams[0]?.says('published', JSON.stringify(told));
    streams[0]?.says('published', JSON.stringify({ ...told, view_id: 'signal', revision: 3 }));
    await page.settle();
    page.api.expectNone('/api/views');
    streams[0]?.says('published', JSON.stringify({ ...told, revision: 58 }));
    await page.settle();
    page.api.expectOne('/api/views').flush({ items: [newer(58)], next_cursor: null, total: 1 });
    await page.settle();
    expect([changes.isNewer(), changes.version()]).toEqual([true, before]);
  });

  it('change nothing while something is held, and are announced after that', async () => {
    const streams = streamsOfEvents();
    const page = await openPage(Page, '/v/organic/dashboard');
    const changes = TestBed.inject(DataChanges);
    changes.seen('organic', 57);
    const release = changes.hold();
    const told = { view_id: 'organic', revision: 58, started_by: null, last_update: null };
    streams[0]?.says('published', JSON.stringify(told));
    await page.settle();
    page.api.expectNone('/api/views');
    release();
    await page.settle();
    page.api.expectOne('/api/views').flush({ items: [newer(58)], next_cursor: null, total: 1 });
    await page.settle();
    expect(changes.isNewer()).toBe(true);
  });

  it('are not announced while the reader follows an import', async () => {
    await openPage(Page, '/v/organic/dashboard');
    const changes = TestBed.inject(DataChanges);
    changes.seen('organic', 56);
    expect(changes.isNewer()).toBe(true);
    const ended = Promise.withResolvers<undefined>();
    const following = changes.following(() => ended.promise);
    expect(changes.isNewer()).toBe(false);
    ended.resolve(undefined);
    await following;
    expect(changes.isNewer()).toBe(true);
  });
});

describe('the list of views', () => {
  const listed = () =>
    TestBed.inject(Views)
      .all()
      .map(({ name }) => name);

  it('is loaded again when the server tells of another one, and only then', async () => {
    const streams = streamsOfEvents();
    const page = await openPage(Page, '/v/organic/dashboard');
    const known = TestBed.inject(Views)
      .all()
      .map(({ id, name }) => ({ id, name }));
    const told = (views: object[]) => streams[0]?.says('views', JSON.stringify({ views }));
    const answer = async (...items: View[]) => {
      await page.settle();
      page.api.expectOne('/api/views').flush({ items, next_cursor: null, total: items.length });
      await page.settle();
    };
    told(known);
    await page.settle();
    page.api.expectNone('/api/views');

    const organic = view();
    const signal = view({ id: 'signal', name: 'Signal' });
    told([...known, { id: 'signal', name: 'Signal' }]);
    await answer(organic, signal);
    expect(listed()).toEqual(['Organic', 'Signal']);
    told([...known, { id: 'signal', name: 'Beacon' }]);
    await answer(organic, { ...signal, name: 'Beacon' });
    expect(listed()).toEqual(['Organic', 'Beacon']);
    told([{ id: 'signal', name: 'Beacon' }]);
    await answer({ ...signal, name: 'Beacon' });
    expect(listed()).toEqual(['Beacon']);
  });
});
