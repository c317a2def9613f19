import { provideHttpClient, withXhr } from '@angular/common/http';
import {
  HttpTestingController,
  type TestRequest,
  provideHttpClientTesting,
} from '@angular/common/http/testing';
import { Component, type Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Me, View } from '@app/contracts';
import { CONSOLE_PAGES } from '../pages';
import { Drawer } from '../session/drawer';
import { LinkedPages } from '../session/linked-pages';
import { PAGES } from '../session/pages';
import { Session } from '../session/session';
import { Views } from '../session/views';
import { LinkOpener } from '../ui/links/link-opener';
import { NamedPages } from '../ui/links/named-pages';
import { me, view } from './answers';

@Component({ selector: 'app-elsewhere', template: '' })
class Elsewhere {}

/** The first chart of a run loads the chart library. */
const LOADED_MS = 60_000;

/** An open page with somebody signed in; the test answers the API's requests. */
export interface OpenedPage {
  element: HTMLElement;
  api: HttpTestingController;
  /** Waits until pending work is done and the page is updated. */
  settle(): Promise<void>;
  /** The only open request to this path, once the page has settled. */
  request(path: string): Promise<TestRequest>;
  /** The first match, once deferred code such as a chart is loaded. */
  loaded(selector: string): Promise<HTMLElement>;
  /** Opens another address. */
  go(url: string): Promise<void>;
}

/** Opens a component as the page `/v/:view/…` of a signed-in person. */
export async function openPage(
  page: Type<unknown>,
  url: string,
  { views = [view()], who = me() }: { views?: View[]; who?: Me } = {},
): Promise<OpenedPage> {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([
        { path: 'v/:view/:tab', component: page },
        { path: '**', component: Elsewhere },
      ]),
      provideHttpClient(withXhr()),
      provideHttpClientTesting(),
      { provide: PAGES, useValue: CONSOLE_PAGES },
      { provide: LinkOpener, useExisting: Drawer },
      { provide: NamedPages, useExisting: LinkedPages },
    ],
  });
  const api = TestBed.inject(HttpTestingController);
  const signedIn = TestBed.inject(Session).whoIsThere();
  api.expectOne('/api/auth/me').flush(who);
  const loaded = TestBed.inject(Views).load();
  api.expectOne('/api/views').flush({ items: views, next_cursor: null, total: views.length });
  await Promise.all([signedIn, loaded]);
  TestBed.inject(Router).setUpLocationChangeListener(); // Back and Forward
  const harness = await RouterTestingHarness.create(url);
  const settle = async () => {
    // Resources send requests in effects and resolve in microtasks: a macrotask lets both happen. What is drawn after
    // the first frame takes two more: the frame, and the task that follows it.
    for (let tasks = 0; tasks < 3; tasks += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      harness.fixture.detectChanges();
    }
  };
  await settle();
  const element = harness.fixture.nativeElement as HTMLElement;
  return {
    element,
    api,
    settle,
    loaded: (selector) =>
      vi.waitFor(async () => {
        await settle();
        const found = element.querySelector<HTMLElement>(selector);
        if (!found) throw new Error(`There is no ${selector} on the page.`);
        return found;
      }, LOADED_MS),
    go: async (next) => {
      await harness.navigateByUrl(next);
      await settle();
    },
    request: async (path) => {
      // Some requests wait until somebody stops typing.
      return vi.waitFor(async () => {
        await settle();
        return api.expectOne((request) => request.url === path);
      }, LOADED_MS);
    },
  };
}

/** The visible text, with one space between elements, and none where a word may break. */
export function textOf(element: Element | null): string {
  if (!element) return '';
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const pieces: string[] = [];
  while (walker.nextNode()) {
    const { previousSibling, textContent } = walker.currentNode;
    pieces.push(previousSibling?.nodeName === 'WBR' ? '' : ' ', textContent ?? '');
  }
  return pieces.join('').replace(/\s+/g, ' ').trim();
}

/** The button with this text or label; throws when there is none. */
export function button(element: Element, name: string | RegExp): HTMLButtonElement {
  const matches = (text: string) => (typeof name === 'string' ? text === name : name.test(text));
  const found = [...element.querySelectorAll('button')].find(
    (each) => matches(textOf(each)) || matches(each.getAttribute('aria-label') ?? ''),
  );
  if (!found) throw new Error(`There is no button ${String(name)} in: ${textOf(element)}`);
  return found;
}
