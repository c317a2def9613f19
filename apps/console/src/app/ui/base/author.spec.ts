import { authorOf } from './author';

it('names whoever did something, and nobody for what the product did by itself', () => {
  expect(authorOf('maya@example.com')).toBe('maya@example.com');
  expect(authorOf('installation')).toBeNull();
});
