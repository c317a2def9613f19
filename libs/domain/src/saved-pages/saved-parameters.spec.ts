import { day, isoDay } from '../period/day.js';
import { readSavedParameters, savedPeriod } from './saved-parameters.js';

const read = (given: Record<string, unknown>, page: 'dashboard' | 'person' = 'dashboard') =>
  readSavedParameters(page, given);
const faultsOf = (...args: Parameters<typeof read>) => read(...args).faults.map(({ field }) => field);

describe('what is saved with a page', () => {
  it('is period, comparison and filters, in one spelling', () => {
    const given = {
      period: 'week:2026-11-25',
      against: 'last_year',
      owner: ['Inès', '', 'Inès'],
      stage: [],
    };
    expect(read(given)).toEqual({
      parameters: { period: 'week:2026-11-23', against: 'last_year', owner: ['Inès', ''] },
      faults: [],
    });
    expect(read({})).toEqual({ parameters: {}, faults: [] });
  });

  it('is somebody on the page of a person, whose filters do not count', () => {
    expect(read({ person: 'bdr:Hugo', period: 'this_month' }, 'person').faults).toEqual([]);
    expect(faultsOf({}, 'person')).toEqual(['parameters.person']);
    expect(faultsOf({ person: 'Hugo' }, 'person')).toEqual(['parameters.person']);
    expect(faultsOf({ person: 'bdr:Hugo', owner: ['Inès'] }, 'person')).toEqual(['parameters.owner']);
    expect(faultsOf({ person: 'bdr:Hugo' })).toEqual(['parameters.person']);
  });

  it('takes every name that a sheet has, with the joiners of its script', () => {
    const owner = ['نرگس می\u200cرود', '👩\u200d💻'];
    expect(read({ owner })).toEqual({ parameters: { owner }, faults: [] });
    expect(faultsOf({ person: `bdr:${owner[0]}` }, 'person')).toEqual([]);
  });

  it.each<Record<string, unknown>>([
    { period: 'month:2026-13' },
    { period: 'some_month' },
    { period: 7 },
    { against: 'yesterday' },
    { owner: 'Inès' },
    { owner: ['a\u0000'] },
    { owner: ['x'.repeat(201)] },
    { run: 'run-1' },
    { toString: 'x' },
  ])('is not %j', (given) => {
    expect(faultsOf(given)).toEqual([`parameters.${Object.keys(given)[0]}`]);
    expect(read(given).parameters).toEqual({});
  });

  it('has room in an address', () => {
    const names = (count: number) => Array.from({ length: count }, (_, at) => `Somebody ${at}`);
    expect(faultsOf({ owner: names(100) })).toEqual([]);
    expect(faultsOf({ owner: names(150), bdr: names(150) })).toEqual(['parameters']);
  });
});

describe('a saved period', () => {
  const daysOf = (text: string | undefined, today: string) => {
    const choice = savedPeriod(text, day(today));
    return choice && [choice.kind, isoDay(choice.period.from), isoDay(choice.period.to)];
  };

  it('follows the calendar by its name, and stays where it names days', () => {
    expect(daysOf('this_month', '2026-11-22')).toEqual(['month', '2026-11-01', '2026-11-30']);
    expect(daysOf('this_month', '2027-02-01')).toEqual(['month', '2027-02-01', '2027-02-28']);
    expect(daysOf('last_30', '2026-11-22')).toEqual(['custom', '2026-10-24', '2026-11-22']);
    expect(daysOf('month:2026-11', '2027-02-01')).toEqual(['month', '2026-11-01', '2026-11-30']);
    expect(daysOf(undefined, '2026-11-22')).toBeNull();
  });
});
