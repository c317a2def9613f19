import { ageBand } from '@app/domain/board';

/** Whose age may catch the eye. */
interface Aged {
  readonly key: string;
  readonly deal: { readonly age: number };
}

/** One card in ten stands out, and never more than one in five, however many are as old. */
const IN_TEN = 10;
const AT_MOST_IN = 5;

/** The stale deals of a column that are older than nine of ten of their neighbours, by key. */
export function unusualAges(cards: readonly Aged[]): ReadonlySet<string> {
  const ages = cards.map(({ deal }) => deal.age).sort((one, other) => other - one);
  const most = Math.floor(cards.length / AT_MOST_IN);
  const oldest = ages[Math.ceil(cards.length / IN_TEN) - 1];
  if (oldest === undefined || most === 0) return new Set();
  const among = (isOld: (age: number) => boolean) =>
    cards.filter(({ deal }) => ageBand(deal.age) === 'stale' && isOld(deal.age));
  const old = among((age) => age >= oldest);
  return new Set((old.length <= most ? old : among((age) => age > oldest)).map(({ key }) => key));
}
