const MICROSECONDS = 1000;

/** What Chromium names the work of a thread between two looks for new work. */
const TASK = 'RunTask';
const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'toplevel'];

/**
 * What the page's main thread did while something was done to it, from a trace of Chromium.
 *
 * @returns milliseconds of the thread between one drawn frame and the next, and of its tasks
 */
export async function traced(browser, page, work) {
  await browser.startTracing(page, { categories: CATEGORIES });
  await work();
  const { traceEvents } = JSON.parse(String(await browser.stopTracing()));
  const main = mainThread(traceEvents);
  const ofMain = traceEvents.filter(({ pid, tid }) => pid === main.pid && tid === main.tid);
  const tasks = ofMain.filter(({ name, dur }) => name === TASK && dur > 0);
  const frames = ofMain
    .filter(({ name }) => name === 'Commit' || name === 'ProxyMain::BeginMainFrame::commit')
    .map(({ ts }) => ts)
    .sort((one, other) => one - other);
  if (tasks.length === 0 || frames.length < 2) throw new Error('The trace tells of no frames.');
  return { frames: workOf(frames, tasks), tasks: tasks.map(({ dur }) => dur / MICROSECONDS) };
}

/** Of several renderers that of the page is the busiest. */
function mainThread(events) {
  const busy = new Map();
  const threads = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  for (const { pid, tid } of threads) busy.set(`${pid} ${tid}`, { pid, tid, spent: 0 });
  for (const { name, pid, tid, dur = 0 } of events) {
    const thread = busy.get(`${pid} ${tid}`);
    if (thread && name === TASK) thread.spent += dur;
  }
  return [...busy.values()].sort((one, other) => other.spent - one.spent)[0];
}

/** How long the thread worked for each frame: what a frame has to wait for, however busy the rest of the machine is. */
function workOf(frames, tasks) {
  const spent = frames.map(() => 0);
  let at = 0;
  for (const { ts, dur } of tasks.toSorted((one, other) => one.ts - other.ts)) {
    while (at < frames.length - 1 && frames[at] < ts) at += 1;
    spent[at] += dur / MICROSECONDS;
  }
  return spent;
}

/** The value below which a share of them lies. */
export const percentile = (values, share) =>
  values.toSorted((one, other) => one - other)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ];
