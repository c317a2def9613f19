import { view } from '../testing/answers';
import { inReadingOrder } from './views';

it('orders the views as people know them, then by name', () => {
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
