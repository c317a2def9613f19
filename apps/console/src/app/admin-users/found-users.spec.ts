import { admin, user } from '../testing/users';
import { foundUsers } from './found-users';

const people = [admin({ name: 'Rémi Hugo', view_access: [] }), user({ view_access: ['Full Funnel'] })];
const found = (words: string) => foundUsers(people, words).map(({ name }) => name);

describe('the search for people', () => {
  it.each([
    ['', ['Rémi Hugo', 'Sam Signal']],
    ['remi', ['Rémi Hugo']],
    ['  HUGO rémi ', ['Rémi Hugo']],
    ['full funnel', ['Sam Signal']],
    ['signal@', ['Sam Signal']],
    ['example.com', ['Rémi Hugo', 'Sam Signal']],
    ['sam nal@exam', ['Sam Signal']],
    ['sam hugo', []],
  ])('%j', (words, names) => {
    expect(found(words)).toEqual(names);
  });
});
