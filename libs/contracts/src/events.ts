import type { WholeNumber } from '@app/domain';
import type { RunProgress, RunSource, RunStatus } from './ingestion.js';
import type { Instant, Who } from './shared.js';

/** An event `run`: how far a run is, or how it ended. */
export interface RunEvent {
  /** Id of the run. */
  id: string;
  /** View it brings data into. */
  view_id: string;
  /** What became of it so far. */
  status: RunStatus;
  /** Who asked for it. */
  started_by: Who;
  /** Where the sheet came from. */
  source: RunSource;
  /** How far it is. */
  progress: RunProgress;
  /** Milliseconds that it will still take at its speed so far; null while that says nothing. */
  time_left_ms: WholeNumber | null;
}

/** An event `published`: the data that readers of a view get from now on. */
export interface PublishedEvent {
  /** View whose data it is. */
  view_id: string;
  /** Its revision; of a master those of its views, joined. */
  revision: WholeNumber | string;
  /** Who asked for the run that published it; null when other software wrote the data. */
  started_by: Who | null;
  /** When the data was last read; null when nobody says. */
  last_update: Instant | null;
}

/** An event `views`: which views the person can open from now on, and what they are called. */
export interface ViewsEvent {
  /** In the order they were made; none of which the person cannot open. */
  views: NamedView[];
}

/** A view by its name. */
export interface NamedView {
  /** Id of the view. */
  id: string;
  /** Its name at this moment. */
  name: string;
}
