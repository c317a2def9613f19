import {
  type DrawerLink,
  columnLink,
  dealLink,
  dealOf,
  linkOf,
  filtersOf,
  findingLink,
  markOf,
  metricLink,
  narrowed,
} from './link';

const HUGO = { field: 'bdr', value: 'hugo' } as const;
const NOBODY = { field: 'owner', value: '' } as const;
const BOOKED = { field: 'stage', value: 'D: booked' } as const;

/** As the router reads an address. */
const read = (text: string): DrawerLink | null => linkOf(new URLSearchParams(text));
describe('what is open, in the address', () => {
  it.each([
    metricLink('poa.generated'),
    metricLink('poa.generated', { part: '2026-09' }),
    metricLink('meetings.total', { only: [HUGO, NOBODY, BOOKED] }),
    columnLink('next_14_days', { only: [NOBODY] }),
    findingLink('closed_without_arr'),
    dealLink({ view_id: 'organic', id: 'r:12' }),
  ])('reads what it writes: %o', (link) => {
    expect(read(markOf(link))).toEqual(link);
  });

  it('carries the order that the reader chose', () => {
    expect(markOf(metricLink('pipe.active', { sort: '-weighted' }))).toBe(
      'explain=pipe.active&sort=-weighted',
    );
  });

  it.each(['only=', 'only=owner', 'only=client:Halden', 'only=:camille'])('ignores %s', (text) => {
    expect(read(`explain=poa.generated&${text}`)?.only).toEqual([]);
  });

  it('is a deal before anything else, and nothing without parameters', () => {
    expect(read('explain=poa.generated&deal=organic:d1')?.kind).toBe('deal');
    expect(read('explain=poa.generated&deal=organic:')?.kind).toBe('explain');
    expect(read('period=half:2026-H2&explain=')).toBeNull();
  });

  it('names a deal by its view and id', () => {
    expect(dealOf(dealLink({ view_id: 'organic', id: 'r:12' }))).toEqual({ viewId: 'organic', id: 'r:12' });
    expect(dealOf({ ...metricLink('deals.arr'), id: 'organic:r:12' })).toBeNull();
  });
});

describe('what a number is narrowed to', () => {
  it('becomes filters of the API: names repeat, empty is unassigned', () => {
    expect(filtersOf([HUGO, NOBODY, { field: 'bdr', value: 'zoe' }])).toEqual({
      bdr: ['hugo', 'zoe'],
      owner: [''],
    });
  });

  it('is kept when a part is opened; a row replaces another one of the same field', () => {
    const link = metricLink('meetings.total', { part: '2026-09', only: [HUGO] });
    expect(narrowed(link, BOOKED)).toEqual({ ...link, only: [HUGO, BOOKED] });
    expect(narrowed(link, { field: 'bdr', value: '' }).only).toEqual([{ field: 'bdr', value: '' }]);
  });
});
