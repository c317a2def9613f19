import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { number } from '../testing/answers';
import { openPage, textOf } from '../testing/at';
import { screenParts, table } from '../testing/tables';
import { ScreenPage } from './screen.page';

const answer = () => ({
  ...screenParts({ metrics: { 'meetings.total': number(12, { id: 'meetings.total', label: 'Meetings' }) } }),
  bdrs: table('bdr', [], [], []),
  owners: table('owner', [], [], []),
});
const names = (...labels: string[]) => [
  ...labels.map((label) => ({ value: label.toLowerCase(), label })),
  { value: '', label: '' },
];

async function opened(person: string) {
  const page = await openPage(ScreenPage, `/v/organic/person?period=half:2026-H2&owner=Rémi${person}`);
  const question = await page.request('/api/views/organic/screens/person');
  question.flush(answer());
  await page.settle();
  (await page.request('/api/views/organic/filters')).flush({
    values: { owner: names('Inès', 'Rémi'), bdr: names('Inès', 'Hugo') },
  });
  await page.settle();
  const card = page.element.querySelector('app-person-card');
  const links = () => [...(card?.querySelectorAll('a') ?? [])].map(textOf);
  return { ...page, params: question.request.params, card, links };
}

describe('the page of a person', () => {
  it('asks for the deals of that person, whatever the filters of other pages', async () => {
    const { params, card, links } = await opened('&person=owner:In%C3%A8s');
    expect(['owner', 'bdr'].map((name) => params.getAll(name) ?? [])).toEqual([['Inès'], []]);
    expect(textOf(card?.querySelector('h2') ?? null)).toBe('Inès');
    expect(links()).toEqual(['See as BDR']);
  });

  it('is another one for what the person does as BDR', async () => {
    const { params, links } = await opened('&person=bdr:Hugo');
    expect(['owner', 'bdr'].map((name) => params.getAll(name) ?? [])).toEqual([[], ['Hugo']]);
    expect(links()).toEqual([]);
  });

  it('has no table of AEs where it is about one', async () => {
    const headings = async (person: string) => {
      const page = await opened(`&person=${person}`);
      await page.settle();
      return [...page.element.querySelectorAll('app-metric-table h2')].map(textOf);
    };
    expect(await headings('bdr:Hugo')).toEqual(['Meetings by BDR', 'Deals by AE']);
    TestBed.resetTestingModule();
    expect(await headings('owner:In%C3%A8s')).toEqual(['Meetings by BDR']);
  });

  it('offers the people of the view where nobody is named', async () => {
    const page = await opened('');
    expect(page.links()).toEqual(['Inès', 'Rémi', 'Hugo', 'Inès']);
    page.card?.querySelector('a')?.click();
    await page.settle();
    const { searchParams } = new URL(TestBed.inject(Router).url, 'http://console');
    expect([searchParams.get('person'), searchParams.getAll('owner')]).toEqual(['owner:Inès', ['Rémi']]);
  });
});
