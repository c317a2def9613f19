/** A stream of events of the server, as a test plays it. */
export class Source extends EventTarget {
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  readyState = 0;

  close() {
    this.readyState = 2;
  }

  says(name: string, data: string) {
    this.dispatchEvent(new MessageEvent(name, { data }));
  }
}

/** Gives the browser streams of events for the rest of a test; returns those that are opened. */
export function streamsOfEvents(): Source[] {
  const opened: Source[] = [];
  const open = function () {
    const source = new Source();
    opened.push(source);
    return source;
  };
  vi.stubGlobal('EventSource', open);
  return opened;
}
