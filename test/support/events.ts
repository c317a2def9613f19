import type { PublishedEvent, RunEvent, ViewsEvent } from '@app/contracts';
import type { Client } from './client.js';
import { eventually } from './eventually.js';

/** What a listener has been told. */
export interface Listener {
  response: Response;
  /** As it came. */
  text(): string;
  runs(): RunEvent[];
  published(): PublishedEvent[];
  /** The names of the views that can be opened, each time they were told. */
  views(): string[][];
  /** Resolves when the server has ended it. */
  ended: Promise<void>;
  /** Goes away. */
  leave(): Promise<void>;
}

/** Listens to the events; resolves when the stream has begun. */
export async function listen(client: Client): Promise<Listener> {
  const response = await client.open('/api/events');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (response.status !== 200 || !reader) throw new Error(`The events answered ${response.status}.`);
  let text = '';
  const ended = (async () => {
    for (let part = await reader.read(); !part.done; part = await reader.read()) text += part.value;
  })();
  // Whoever waits for the end learns how it came.
  ended.catch(() => undefined);
  const named = <Event>(name: string): Event[] =>
    [...text.matchAll(/^event: (\w+)\ndata: (.*)\n\n/gm)].flatMap(([, event, data = '']) =>
      event === name ? [JSON.parse(data) as Event] : [],
    );
  await eventually(() => {
    if (text === '') throw new Error('Nothing has come.');
  });
  return {
    response,
    text: () => text,
    runs: () => named<RunEvent>('run'),
    published: () => named<PublishedEvent>('published'),
    views: () => named<ViewsEvent>('views').map(({ views }) => views.map(({ name }) => name)),
    ended,
    leave: () => reader.cancel(),
  };
}
