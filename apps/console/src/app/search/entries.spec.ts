import { view } from '../testing/answers';
import { pageEntries, stepped, viewEntries } from './entries';

const pages = [
  { path: 'dashboard', label: 'Dashboard', key: 'd' },
  { path: 'deals-pipeline', label: 'Deals & pipeline', key: 'p' },
];
const labels = (entries: { label: string }[]) => entries.map(({ label }) => label);

describe('the results of the palette', () => {
  it('offers all pages for an empty text, else those that contain it in any spelling', () => {
    expect(labels(pageEntries('', pages))).toEqual(['Dashboard', 'Deals & pipeline']);
    expect(labels(pageEntries('  PIPÉ', pages))).toEqual(['Deals & pipeline']);
    expect(pageEntries('halden', pages)).toEqual([]);
  });

  it('offers the views that are not open already', () => {
    const views = [view(), view({ id: 'signal', name: 'Signal' })];
    expect(labels(viewEntries('', views, 'organic'))).toEqual(['Signal']);
    expect(labels(viewEntries('sig', views, null))).toEqual(['Signal']);
  });

  it('wraps around at both ends', () => {
    const [first, last] = pageEntries('', pages).map(({ id }) => id);
    const entries = pageEntries('', pages);
    expect(stepped(entries, null, 1)).toBe(first);
    expect(stepped(entries, null, -1)).toBe(last);
    expect(stepped(entries, first ?? '', 1)).toBe(last);
    expect(stepped(entries, last ?? '', 1)).toBe(first);
    expect(stepped(entries, first ?? '', -1)).toBe(last);
    expect(stepped([], null, 1)).toBeNull();
  });
});
