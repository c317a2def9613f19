import { view } from '../testing/answers';
import { inReadingOrder } from './views';

it('lists the standard views in their order, then the others by name', () => {
  const names = ['Zeta', 'Organic', 'Alpha', 'Market', 'Master', 'Signal', 'Full Funnel'];
  expect(inReadingOrder(names.map((name) => view({ id: name, name }))).map((each) => each.name)).toEqual([
    'Master',
    'Full Funnel',
    'Organic',
    'Signal',
    'Market',
    'Alpha',
    'Zeta',
  ]);
});
