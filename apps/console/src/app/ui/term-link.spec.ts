import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { NamedPages } from './links/named-pages';
import { PersonLink } from './links/person-link';
import { TermLink } from './term-link';

@Component({
  imports: [PersonLink, TermLink],
  template: `<a [appPersonLink]="{ role: 'owner', name: 'Inès' }">Inès</a>
    <app-term-link term="poa.generated" label="POA" />
    <app-term-link term="half.gap" label="Gap" />`,
})
class Page {}

/** All that links ask of it. */
type Pages = { [Name in keyof NamedPages]: NamedPages[Name] };

async function links(pages: Pages) {
  TestBed.configureTestingModule({ providers: [{ provide: NamedPages, useValue: pages }] });
  const fixture = TestBed.createComponent(Page);
  await fixture.whenStable();
  return [...(fixture.nativeElement as HTMLElement).querySelectorAll('a')];
}

describe('names and terms', () => {
  it('lead to pages by addresses that a browser knows, and open here', async () => {
    const open = vi.fn();
    const pages: Pages = {
      hrefOfPerson: ({ role, name }) => `/person/${role}/${name}`,
      hrefOfTerm: (term) => `/terms/${term}`,
      open,
    };
    const [person, term, ...others] = await links(pages);
    expect(others).toEqual([]); // a figure has no entry of its own
    expect([person?.getAttribute('href'), term?.getAttribute('href')]).toEqual([
      '/person/owner/Inès',
      '/terms/poa.generated',
    ]);
    expect(term?.getAttribute('aria-label')).toBe('What is “POA”?');
    person?.click();
    term?.click();
    expect(open.mock.calls).toEqual([['/person/owner/Inès'], ['/terms/poa.generated']]);
  });

  it('are left to the browser with a modifier', async () => {
    const open = vi.fn();
    const [person, term] = await links({ hrefOfPerson: () => '#', hrefOfTerm: () => '#', open });
    for (const link of [person, term])
      expect(link?.dispatchEvent(new MouseEvent('click', { ctrlKey: true, cancelable: true }))).toBe(true);
    expect(open).not.toHaveBeenCalled();
  });
});
