import { perRecordSet } from '../../record-set/per-record-set.js';
import type { Codes, RecordSet } from '../../record-set/record-set.js';
import type { CountedMetric, Summed } from '../model/metric.js';
import { pickedClasses } from './picks.js';
import type { WindowName } from '../model/window.js';

/**
 * The classes of a set by which metrics of one window pick them: classes that the same metrics pick share a
 * pattern. There are far fewer patterns than classes, and pattern 0 is picked by no metric at all.
 */
export interface Patterns<Metric extends Summed> {
  /** Number of patterns. */
  readonly size: number;
  /** Pattern by class. */
  readonly ofClass: Codes;
  /** The patterns that each metric of the window picks. */
  readonly picked: ReadonlyMap<Metric, Uint32Array>;
}

type ByWindow = Map<WindowName, Patterns<CountedMetric>>;

const byMetrics = perRecordSet(() => new WeakMap<readonly CountedMetric[], ByWindow>());

/**
 * The patterns of a set in a window.
 *
 * @param counted every metric that is ever counted; the same list each time, since the patterns are made once for it
 */
export function patternsOf(
  set: RecordSet,
  window: WindowName,
  counted: readonly CountedMetric[],
): Patterns<CountedMetric> {
  const byWindow = byWindowOf(set, counted);
  let patterns = byWindow.get(window);
  if (patterns === undefined) {
    patterns = makePatterns(
      set,
      counted.filter((metric) => metric.window === window),
    );
    byWindow.set(window, patterns);
  }
  return patterns;
}

function byWindowOf(set: RecordSet, counted: readonly CountedMetric[]): ByWindow {
  const known = byMetrics(set);
  const byWindow = known.get(counted) ?? new Map<WindowName, Patterns<CountedMetric>>();
  known.set(counted, byWindow);
  return byWindow;
}

/** The patterns of a set under some metrics of one window. */
export function makePatterns<Metric extends Summed>(
  set: RecordSet,
  metrics: readonly Metric[],
): Patterns<Metric> {
  const ofClass = new Uint32Array(set.classes.length);
  const size = metrics.reduce((count, { where }) => split(ofClass, count, pickedClasses(set, where)), 1);
  const picked = metrics.map(
    (metric) => [metric, patternsWith(ofClass, size, pickedClasses(set, metric.where))] as const,
  );
  return { size, ofClass: size <= 0x1_0000 ? Uint16Array.from(ofClass) : ofClass, picked: new Map(picked) };
}

/** Splits each pattern into what is picked and what is not; pattern 0 stays what no metric picks. Returns how many. */
function split(ofClass: Uint32Array, count: number, isPicked: Uint8Array): number {
  const renamed = new Int32Array(count * 2).fill(-1);
  renamed[0] = 0;
  let size = 1;
  for (let code = 0; code < ofClass.length; code++) {
    const branch = (ofClass[code] ?? 0) * 2 + (isPicked[code] ?? 0);
    if (renamed[branch] === -1) renamed[branch] = size++;
    ofClass[code] = renamed[branch] ?? 0;
  }
  return size;
}

function patternsWith(ofClass: Uint32Array, size: number, isPicked: Uint8Array): Uint32Array {
  const found = new Uint8Array(size);
  for (let code = 0; code < ofClass.length; code++) {
    if (isPicked[code] === 1) found[ofClass[code] ?? 0] = 1;
  }
  return Uint32Array.from({ length: size }, (_, pattern) => pattern).filter(
    (pattern) => found[pattern] === 1,
  );
}
