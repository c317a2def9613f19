import { fold } from '@app/domain';
import { meant } from './similar.js';

const NAMES = ['Halden Robotics', 'Dalton Group', 'Société Générale', 'Дом', 'Alden'].map(fold);
const found = (words: string) => meant(NAMES, words).found.map((at) => NAMES[at]);

it.each([
  ['halden', ['haldenrobotics']],
  ['ALD', ['haldenrobotics', 'alden']],
  ['générale', ['societegenerale']],
  ['Дом', ['дом']],
])('finds %s as it is written', (words, expected) => {
  expect(found(words)).toEqual(expected);
  expect(meant(NAMES, words).isExact).toBe(true);
});

it.each([
  ['a letter missing', 'robtics', 'haldenrobotics'],
  ['a letter too many', 'dallton', 'daltongroup'],
  ['a wrong letter', 'societé generole', 'societegenerale'],
  ['two letters swapped', 'hadlen', 'haldenrobotics'],
  ['the words in another order', 'group dalton', 'daltongroup'],
  ['signs that are commands elsewhere', '-halden "robtics"', 'haldenrobotics'],
])('forgives %s', (_, words, expected) => {
  expect(found(words)).toEqual([expected]);
  expect(meant(NAMES, words).isExact).toBe(false);
});

it.each(['', '  ', 'xyz', '日本', '--', 'dx'])('finds nobody for “%s”', (words) => {
  expect(found(words)).toEqual([]);
});
