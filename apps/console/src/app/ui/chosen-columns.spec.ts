import { TestBed } from '@angular/core/testing';
import { type FakePage, fakePage } from '../testing/page-context';
import { type ChosenColumns, chosenColumns } from './chosen-columns';

const KNOWN = ['owner', 'stage', 'age', 'weight'] as const;
type Id = (typeof KNOWN)[number];
const KEY = 'pipeline.columns.attended.open';

let page: FakePage;
beforeEach(() => {
  page = fakePage();
});

const isKnown = (id: string): id is Id => KNOWN.some((known) => known === id);
const opened = (): ChosenColumns<Id> =>
  TestBed.runInInjectionContext(() =>
    chosenColumns(
      () => 'open',
      () => ['owner', 'stage'],
      (ids) => ids.filter(isKnown),
    ),
  );
const shown = ({ columns, areOwn }: ChosenColumns<Id>) => [columns().join(' '), areOwn()];

describe('the columns of a list', () => {
  it('are those of the page, until its reader chooses others, which stay for the next visit and are in the link', () => {
    const list = opened();
    expect(shown(list)).toEqual(['owner stage', false]);
    list.choose(['owner', 'age', 'shoe_size']);
    expect(shown(list)).toEqual(['owner age', true]);
    expect(page.parameter('open_columns')).toBe('owner,age');
    expect(localStorage.getItem(KEY)).toBe('owner,age');
    list.choose(null);
    expect(shown(list)).toEqual(['owner stage', false]);
    expect(page.parameter('open_columns')).toBeNull();
    expect(localStorage.getItem(KEY)).toBe('');
  });

  it('are those of a link before those that were chosen here', () => {
    localStorage.setItem(KEY, 'age');
    page.replace({ open_columns: 'weight,owner' });
    expect(shown(opened())).toEqual(['weight owner', true]);
    page.replace({ open_columns: 'owner,stage' });
    expect(shown(opened())).toEqual(['owner stage', false]);
  });

  it('are those that were chosen before, and those of the page once they are chosen again', () => {
    localStorage.setItem(KEY, 'age');
    const list = opened();
    expect(shown(list)).toEqual(['age', true]);
    list.choose(['owner', 'stage']);
    expect([...shown(list), localStorage.getItem(KEY)]).toEqual(['owner stage', false, '']);
  });

  it.each([
    ['age,client,age,shoe_size', 'age'],
    ['shoe_size', 'owner stage'],
    ['', 'owner stage'],
    [',,'.repeat(20_000), 'owner stage'],
  ])('are only such as there are, each once: %#', (text, expected) => {
    page.replace({ open_columns: text });
    expect(opened().columns().join(' ')).toBe(expected);
  });
});
