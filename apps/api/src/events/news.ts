import type { Caller, PublishedEvent, RunEvent, ViewsEvent } from '@app/contracts';
import { tellingTo } from '../auth/people-in-answers.js';

/** Something to be told about a view. */
export interface News {
  /** What it is about: newer news takes the place of what has not been told yet. */
  readonly key: string;
  readonly viewId: string;
  /** As it is sent to somebody. */
  readonly textFor: (listener: Listener) => string;
}

/** Who listens, as far as it matters to what they are told. */
export type Listener = Pick<Caller, 'kinds'>;

export const newsOfRun = (event: RunEvent): News => ({
  key: `run ${event.id}`,
  viewId: event.view_id,
  textFor: toldTo('run', 'RunEvent', event),
});

export const newsOfRevision = (event: PublishedEvent): News => ({
  key: `published ${event.view_id}`,
  viewId: event.view_id,
  textFor: toldTo('published', 'PublishedEvent', event),
});

/** As it is sent to somebody who can open these views, and no others. */
export const toldViews = (views: readonly { id: string; name: string }[]): string => {
  const event: ViewsEvent = { views: views.map(({ id, name }) => ({ id, name })) };
  return written('views', event);
};

/** Most listeners are told the same, which is written once. */
function toldTo(name: string, type: string, event: object): News['textFor'] {
  const text = written(name, event);
  return (listener) => {
    const telling = tellingTo(listener, type);
    return telling ? written(name, telling(event) as object) : text;
  };
}

/** JSON has no line ends: an event is one line of data. */
const written = (name: string, event: object): string => `event: ${name}\ndata: ${JSON.stringify(event)}\n\n`;
