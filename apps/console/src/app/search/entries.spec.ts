import type { FoundPerson } from '@app/contracts';
import { view } from '../testing/answers';
import { meantBy } from './candidates';
import {
  actionCandidates,
  numberCandidates,
  pageCandidates,
  peopleEntries,
  stepped,
  viewCandidates,
} from './entries';

const pages = pageCandidates([
  { path: 'dashboard', label: 'Dashboard', key: 'd' },
  { path: 'deals-pipeline', label: 'Deals & pipeline', key: 'p' },
]);
const labels = (entries: readonly { label: string }[]) => entries.map(({ label }) => label);

describe('the results of the palette', () => {
  it('offers all pages for an empty text, else those that contain it in any spelling', () => {
    expect(labels(meantBy('', pages))).toEqual(['Dashboard', 'Deals & pipeline']);
    expect(labels(meantBy('  PIPÉ', pages))).toEqual(['Deals & pipeline']);
    expect(meantBy('halden', pages)).toEqual([]);
  });

  it.each([
    ['dashbord', 'Dashboard'],
    ['pipline', 'Deals & pipeline'],
    ['pipeline deals', 'Deals & pipeline'],
  ])('forgives %s', (words, label) => {
    expect(labels(meantBy(words, pages))).toEqual([label]);
  });

  it('forgives nothing in one or two letters, which are like too much', () => {
    expect(meantBy('dx', pages)).toEqual([]);
  });

  it('finds numbers and actions by other words for them, those that are called so first', () => {
    const definition = {
      unit: 'count',
      definition: '',
      formula: '',
      date_field: null,
      target: null,
      breakdown: true,
      is_any_date: false,
    } as const;
    const numbers = numberCandidates([
      { ...definition, id: 'conversion.poa_to_close', label: 'POA to close', also_called: ['win rate'] },
      { ...definition, id: 'deals.closed', label: 'Deals closed, win', also_called: [] },
      { ...definition, id: 'deals.open', label: 'Open deals', also_called: [] },
    ]);
    expect(labels(meantBy('win', numbers))).toEqual(['Deals closed, win', 'POA to close']);
    const run = () => undefined;
    const actions = actionCandidates([{ id: 'sign-out', label: 'Sign out', alsoCalled: ['log out'], run }]);
    expect(labels(meantBy('logout', actions))).toEqual(['Sign out']);
  });

  it('offers the views that are not open already', () => {
    const views = [view(), view({ id: 'signal', name: 'Signal' })];
    expect(labels(meantBy('', viewCandidates(views, 'organic')))).toEqual(['Signal']);
    expect(labels(meantBy('sig', viewCandidates(views, null)))).toEqual(['Signal']);
  });

  it('offers people once for each thing they are, in the view that is shown where they are in it', () => {
    const names = new Map([
      ['organic', 'Organic'],
      ['signal', 'Signal'],
    ]);
    const ines: FoundPerson = { name: 'Inès', roles: ['owner', 'bdr'], views: ['organic', 'signal'] };
    const hugo: FoundPerson = { name: 'Hugo', roles: ['bdr'], views: ['signal'] };
    expect(peopleEntries([ines, hugo], view(), names).map(({ hint, target }) => [hint, target])).toEqual([
      ['AE', { to: 'person', view: 'organic', role: 'owner', name: 'Inès' }],
      ['BDR', { to: 'person', view: 'organic', role: 'bdr', name: 'Inès' }],
      ['BDR · Signal', { to: 'person', view: 'signal', role: 'bdr', name: 'Hugo' }],
    ]);
  });

  it('offers people of views that are added up where that is done', () => {
    const ines: FoundPerson = { name: 'Inès', roles: ['owner'], views: ['signal'] };
    const master = view({ id: 'master', is_master: true, aggregates_from: ['signal'] });
    expect(peopleEntries([ines], master, new Map())[0]).toMatchObject({
      hint: 'AE',
      target: { view: 'master' },
    });
  });

  it('wraps around at both ends', () => {
    const entries = meantBy('', pages);
    const [first, last] = entries.map(({ id }) => id);
    expect(stepped(entries, null, 1)).toBe(first);
    expect(stepped(entries, null, -1)).toBe(last);
    expect(stepped(entries, first ?? '', 1)).toBe(last);
    expect(stepped(entries, last ?? '', 1)).toBe(first);
    expect(stepped(entries, first ?? '', -1)).toBe(last);
    expect(stepped([], null, 1)).toBeNull();
  });
});
