import {
  type Door,
  columnDoor,
  dealDoor,
  dealOf,
  doorOf,
  filtersOf,
  findingDoor,
  markOf,
  metricDoor,
  narrowed,
} from './door';

const HUGO = { field: 'bdr', value: 'hugo' } as const;
const NOBODY = { field: 'owner', value: '' } as const;
const BOOKED = { field: 'stage', value: 'D: booked' } as const;

/** As the router reads an address. */
const read = (text: string): Door | null => doorOf(new URLSearchParams(text));
describe('what is open, in the address', () => {
  it.each([
    metricDoor('poa.generated'),
    metricDoor('poa.generated', { part: '2026-09' }),
    metricDoor('meetings.total', { only: [HUGO, NOBODY, BOOKED] }),
    columnDoor('next_14_days', { only: [NOBODY] }),
    findingDoor('closed_without_arr'),
    dealDoor({ view_id: 'organic', id: 'r:12' }),
  ])('reads what it writes: %o', (door) => {
    expect(read(markOf(door))).toEqual(door);
  });

  it('carries the order that the reader chose', () => {
    expect(markOf(metricDoor('pipe.active', { sort: '-weighted' }))).toBe(
      'explain=pipe.active&sort=-weighted',
    );
  });

  it.each(['only=', 'only=owner', 'only=client:Halden', 'only=:camille'])('takes %s for no row', (text) => {
    expect(read(`explain=poa.generated&${text}`)?.only).toEqual([]);
  });

  it('is a deal over whatever led to it, and nothing where nothing is named', () => {
    expect(read('explain=poa.generated&deal=organic:d1')?.kind).toBe('deal');
    expect(read('explain=poa.generated&deal=organic:')?.kind).toBe('explain');
    expect(read('period=half:2026-H2&explain=')).toBeNull();
  });

  it('names a deal by its view and id', () => {
    expect(dealOf(dealDoor({ view_id: 'organic', id: 'r:12' }))).toEqual({ viewId: 'organic', id: 'r:12' });
    expect(dealOf(metricDoor('organic:r:12'))).toBeNull();
  });
});

describe('what a number is narrowed to', () => {
  it('asks the API for all of it: names repeat, empty is unassigned', () => {
    expect(filtersOf([HUGO, NOBODY, { field: 'bdr', value: 'zoe' }])).toEqual({
      bdr: ['hugo', 'zoe'],
      owner: [''],
    });
  });

  it('stays when a part of it is opened; a row takes the place of another of its field', () => {
    const door = metricDoor('meetings.total', { part: '2026-09', only: [HUGO] });
    expect(narrowed(door, BOOKED)).toEqual({ ...door, only: [HUGO, BOOKED] });
    expect(narrowed(door, { field: 'bdr', value: '' }).only).toEqual([{ field: 'bdr', value: '' }]);
  });
});
