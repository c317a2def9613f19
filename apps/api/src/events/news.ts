import type { PublishedEvent, RunEvent, ViewsEvent } from '@app/contracts';

/** Something to be told about a view. */
export interface News {
  /** What it is about: newer news takes the place of what has not been told yet. */
  readonly key: string;
  readonly viewId: string;
  /** As it is sent. */
  readonly text: string;
}

export const newsOfRun = (event: RunEvent): News => ({
  key: `run ${event.id}`,
  viewId: event.view_id,
  text: written('run', event),
});

export const newsOfRevision = (event: PublishedEvent): News => ({
  key: `published ${event.view_id}`,
  viewId: event.view_id,
  text: written('published', event),
});

/** As it is sent to somebody who can open these views, and no others. */
export const toldViews = (views: readonly { id: string; name: string }[]): string => {
  const event: ViewsEvent = { views: views.map(({ id, name }) => ({ id, name })) };
  return written('views', event);
};

/** JSON has no line ends: an event is one line of data. */
const written = (name: string, event: object): string => `event: ${name}\ndata: ${JSON.stringify(event)}\n\n`;
