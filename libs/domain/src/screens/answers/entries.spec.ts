import { SOURCE_GROUPS } from '../../normalise/categories.js';
import { recordSetOf } from '../../record-set/record-set-builder.js';
import { screenAsking } from '../../testing/asking.js';
import { aDealWith } from '../../testing/deals.js';
import { numbersOf } from '../../testing/screen-of.js';
import type { ScreenBlock, ScreenEntry } from '../entries/screen-entry.js';
import { screenNamed, SCREENS } from '../screens.js';
import { isScreenName, SCREEN_NAMES, SCREEN_TABS } from '../tabs.js';
import { shownMetrics } from './shown-metrics.js';

const withinStacks = (block: ScreenBlock): readonly ScreenBlock[] =>
  block.kind === 'stack' ? block.blocks.flatMap(withinStacks) : [block];
const blocksOf = ({ rows }: ScreenEntry) => rows.flatMap(({ blocks }) => blocks).flatMap(withinStacks);
const repeated = (names: readonly string[]) => names.filter((name, at) => names.indexOf(name) !== at);

describe.each<ScreenEntry>([...SCREENS])('the entry of $name', (entry) => {
  const blocks = blocksOf(entry);
  const sets = [recordSetOf([aDealWith({ stage: 'B Legals', owner: 'Ann', bdr: 'Ada' })])];
  const numbers: Readonly<Record<string, unknown>> = {
    ...numbersOf(isScreenName(entry.name) ? entry.name : 'dashboard', sets, screenAsking()),
  };

  it('draws tables and boards that its answer has', () => {
    const tables = blocks.flatMap((block) => ('table' in block ? [block.table] : []));
    const boards = blocks.flatMap((block) => (block.kind === 'board' ? [block.board] : []));
    expect(tables.filter((name) => !Object.hasOwn(numbers, name))).toEqual([]);
    expect(boards.filter((name) => !Object.hasOwn(entry.boards, name))).toEqual([]);
  });

  it('draws series that the table of a chart has', () => {
    const missing = blocks.flatMap((block) => {
      if (block.kind !== 'chart') return [];
      const { columns } = numbers[block.table] as { columns: readonly { id: string }[] };
      return block.series.filter(({ column }) => columns.every(({ id }) => id !== column));
    });
    expect(missing).toEqual([]);
  });

  it('has a width for each block of a row, and names of its own for lists and tables', () => {
    const wrong = entry.rows.filter(({ blocks: beside, widths = [1] }) =>
      entry.name === 'dashboard' ? false : beside.length !== widths.length,
    );
    expect(wrong).toEqual([]);
    expect(repeated(blocks.flatMap((block) => (block.kind === 'records' ? [block.name] : [])))).toEqual([]);
    expect(repeated(blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])))).toEqual([]);
  });

  it('computes every metric that it shows', () => {
    expect(Object.keys(numbers.metrics as object)).toEqual(shownMetrics(entry));
  });
});

describe('the screens', () => {
  it('each have a tab, in the order of the entries', () => {
    expect(SCREENS.map(({ name }) => name)).toEqual(SCREEN_NAMES);
  });

  it('have names, keys and charts of their own', () => {
    expect(repeated(SCREEN_NAMES)).toEqual([]);
    expect(repeated(SCREEN_TABS.map(({ key }) => key))).toEqual([]);
    const charts = SCREENS.flatMap(blocksOf).flatMap((block) => (block.kind === 'chart' ? [block.name] : []));
    expect(repeated(charts)).toEqual([]);
  });

  it('stack every source group, and draw all meetings over them', () => {
    const [chart] = blocksOf(screenNamed('meetings-generation')).filter(({ kind }) => kind === 'chart');
    const series = chart?.kind === 'chart' ? chart.series : [];
    const stacked = series.filter(({ kind }) => kind === 'stacked').map(({ column }) => column);
    expect(stacked).toEqual(SOURCE_GROUPS.map((group) => `meetings.${group}`));
  });
});
