import type { WholeNumber } from '@app/domain';
import type { DealRecord } from './record.js';

/** What somebody does in the deals of a view: account executive or BDR. */
export type PersonRole = 'owner' | 'bdr';

/** Somebody whom deals name. */
export interface FoundPerson {
  /** Name as the data writes it most often. */
  name: string;
  /** As what deals name the person. */
  roles: PersonRole[];
  /** Ids of the views in which the person is found, each one that the caller opens. */
  views: string[];
}

/** A deal of one of the views that the caller opens. */
export interface FoundDeal {
  /** Id of the view in which the caller opens it: a master where its own view is read through that alone. */
  view: string;
  /** The deal. */
  deal: DealRecord;
}

/** Answer of `GET /search`: people and deals of all the views that the caller opens. */
export interface SearchAnswer {
  /** People whose name is like the words, at most 12. */
  people: FoundPerson[];
  /** Deals whose client is like the words, newest first, at most 20. */
  deals: FoundDeal[];
  /** How many deals there are. */
  total: WholeNumber;
}
