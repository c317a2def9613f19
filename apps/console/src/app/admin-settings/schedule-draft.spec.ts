import { readSchedule, typedSchedule } from './schedule-draft';

const USUAL = typedSchedule({ times: ['12:00', '20:00'] });

describe('the schedule in the form', () => {
  it('is what is saved until somebody types', () => {
    expect(readSchedule(USUAL)).toEqual({ value: { times: ['12:00', '20:00'] }, faults: [] });
    expect(readSchedule({ times: [], added: ' ' })).toEqual({ value: { times: [] }, faults: [] });
  });

  it.each([
    ['9:30', '09:30'],
    [' 9h30 ', '09:30'],
    ['9H', '09:00'],
    ['09.30', '09:30'],
    ['7', '07:00'],
  ])('takes %j as a time, in its order', (added, time) => {
    expect(readSchedule({ ...USUAL, added }).value).toEqual({ times: [time, '12:00', '20:00'] });
  });

  it.each([
    ['noon', '"noon" is no time: write it as HH:MM, from 00:00 to 23:59.'],
    ['24', '"24:00" is no time: write it as HH:MM, from 00:00 to 23:59.'],
    ['8:5', '"8:5" is no time: write it as HH:MM, from 00:00 to 23:59.'],
    ['20h', '20:00 stands twice: keep one.'],
  ])('says what is wrong with %j', (added, fault) => {
    expect(readSchedule({ ...USUAL, added })).toEqual({ value: null, faults: [fault] });
  });
});
