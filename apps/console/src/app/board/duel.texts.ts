import { TEXTS } from '../ui/base/texts';

const deals = (count: string) => TEXTS.deals(count, count === '1');

/** Words of two boards against each other. */
export const DUEL = {
  title: 'the boards against each other',
  names: { mine: 'My board', pov: 'Asher POV', default: 'Default board' },
  left: 'First board',
  right: 'Second board',
  against: 'against',
  difference: 'difference',
  loading: 'Reading the boards…',
  same: (board: string) => `${board} is on both sides: choose another one to compare it with.`,
  agree: (left: string, right: string, total: string) =>
    `${left} and ${right} say the same of every deal: both come to ${total}.`,
  povUnsaved: 'Asher has no saved point of view here: the default board stands in for it.',
  counted: (count: string) => `${deals(count)} in dispute`,
  order: 'the most money in dispute first',
  less: (left: string, right: string) => `difference: ${left} less ${right}`,
  lessOf: (left: string, right: string) => `${left} less ${right}`,
  hidden: 'hidden',
  columns: {
    deal: 'Deal',
    disputed: 'In dispute',
    disputedHint:
      'What the deal is expected to bring where the boards expect it at different times, else the difference',
    difference: 'Difference',
    accept: 'Take over',
  },
  causes: {
    column: 'In other columns',
    probability: 'Weighed otherwise',
    hidden: 'Hidden on one side',
    later: (money: string) => `${money} expected at another time`,
    of: (why: string, count: string, money: string) => `${why}: ${deals(count)}, ${money}`,
  },
  accept: 'Accept',
  acceptOf: (client: string) => `Accept ${client} into my board`,
  acceptAll: (count: string, from: string) =>
    count === '1' ? `Accept the 1 of ${from}` : `Accept all ${count} of ${from}`,
} as const;
