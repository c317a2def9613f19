import type { MetricId } from '../../metrics/catalogue/catalogue.js';
import type { ScreenBlock, ScreenEntry, TableEntry } from '../entries/screen-entry.js';

/** Every metric that a screen shows, each once: those of its blocks from top to bottom, then those of its tables. */
export function shownMetrics({ rows, tables }: ScreenEntry): MetricId[] {
  const inBlocks = rows.flatMap(({ blocks }) => blocks).flatMap(metricsOfBlock);
  return [...new Set([...inBlocks, ...Object.values(tables).flatMap(metricsOfTable)])];
}

function metricsOfBlock(block: ScreenBlock): readonly MetricId[] {
  switch (block.kind) {
    case 'band':
      return block.numbers.map((number) => (typeof number === 'string' ? number : number.metric));
    case 'chart':
      return block.table === 'months' ? block.series.map(({ column }) => column) : [];
    case 'own':
      return block.metrics ?? [];
    case 'stack':
      return block.blocks.flatMap(metricsOfBlock);
    default:
      return [];
  }
}

function metricsOfTable({ content }: TableEntry): readonly MetricId[] {
  switch (content.kind) {
    case 'metrics':
      return content.columns;
    case 'cumulative':
      return [content.metric];
    default:
      return [];
  }
}
