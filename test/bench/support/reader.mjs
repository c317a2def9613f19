const PAUSE_MS = 20;
const SHOWN = 'from=2026-07-01&to=2026-12-31&as_of=2026-11-22';

/**
 * Somebody who looks at the dashboard of a view, one answer after the other: every second question is one that nobody
 * has asked before.
 */
export function startReader(address, { cookie }, view) {
  const times = [];
  let isReading = true;
  let asked = 0;
  const reading = (async () => {
    while (isReading) {
      const question = asked % 2 ? SHOWN : newQuestion(asked);
      asked += 1;
      times.push(await timeOf(`${address}/api/views/${view}/screens/dashboard?${question}`, cookie));
      await pause();
    }
  })();
  return {
    /** Milliseconds that 99 of 100 answers took at most, of those since the last call. */
    p99() {
      const sorted = times.splice(0).sort((one, other) => one - other);
      return sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN;
    },
    async stop() {
      isReading = false;
      await reading;
    },
  };
}

async function timeOf(url, cookie) {
  const started = performance.now();
  const answer = await fetch(url, { headers: { cookie } });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`The dashboard answered ${answer.status}.`);
  return performance.now() - started;
}

/** Each of its days as the first of a period makes another one. */
function newQuestion(number) {
  const from = new Date(Date.UTC(2020, 0, 1 + number)).toISOString().slice(0, 10);
  return `from=${from}&to=2026-12-31&as_of=2026-11-22`;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
