import { personOf, personParameter } from './person';

describe('a person in the address', () => {
  it.each([
    { role: 'owner', name: 'Inès' },
    { role: 'bdr', name: 'Jean: Paul & Co' },
  ] as const)('is read as it is written: $name', (person) => {
    expect(personOf(personParameter(person))).toEqual(person);
  });

  it.each([null, '', 'owner', 'owner:', 'stage:E', 'Inès'])('is nobody for %s', (text) => {
    expect(personOf(text)).toBeNull();
  });
});
