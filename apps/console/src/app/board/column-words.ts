import type { Formats } from '../ui/base/formats';
import { stageName } from '../ui/base/stage-name';
import { TEXTS } from '../ui/base/texts';
import type { ShownColumn } from './shown-board';
import { BOARD } from './texts';

/** A column that is there only when it is used. */
export const isUnused = ({ stages, cards }: Pick<ShownColumn, 'stages' | 'cards'>): boolean =>
  stages.length === 0 && cards.length === 0;

export const dealsOf = (deals: number, formats: Formats): string =>
  TEXTS.deals(formats.count(deals), deals === 1);

/** A column that is not a stage itself names the stages that fill it. */
export function filledByOf({ projected, stages }: Pick<ShownColumn, 'projected' | 'stages'>): string {
  if (projected === null) return '';
  return stages.length === 0 ? BOARD.byHand : BOARD.filledBy(stages.map(withinSentence));
}

/** `legals` of `B Legals`, as written within a sentence. */
const withinSentence = (stage: string) => {
  const name = stageName(stage);
  return name.startsWith('POA')
    ? name.replace('Booked', 'booked')
    : name.charAt(0).toLowerCase() + name.slice(1);
};
