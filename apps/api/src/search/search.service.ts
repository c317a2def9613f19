import { Injectable } from '@nestjs/common';
import type { FoundDeal, SearchAnswer } from '@app/contracts';
import { positionsOfClients, type Question, sortRecords } from '@app/domain';
import type { Asker } from '../auth/rules.js';
import type { Dataset } from '../datasets/dataset.js';
import { AnswersService, type Snapshot } from '../questions/answers.service.js';
import { inTurns } from '../questions/in-turns.js';
import { clockOf } from '../questions/question-parameters.js';
import { spellingsOf } from '../sales-records/deal-record.js';
import { DealsService } from '../sales-records/deals.service.js';
import type { StoredView } from '../views/stored-view.js';
import { ViewsService } from '../views/views.service.js';
import { FoundPeople } from './found-people.js';
import type { SearchArguments } from './search-parameters.js';
import { meant } from './similar.js';

const MAX_DEALS = 20;
const MAX_PEOPLE = 12;

type Clock = Pick<Question, 'asOf' | 'weights'>;

/** Deals of one view, the newest of them read. */
interface Hits {
  readonly deals: readonly FoundDeal[];
  readonly total: number;
  readonly isExact: boolean;
}

/** People and deals by words of their names, in every view that somebody opens. */
@Injectable()
export class SearchService {
  constructor(
    private readonly answers: AnswersService,
    private readonly deals: DealsService,
    private readonly views: ViewsService,
  ) {}

  async search(asker: Asker, { words, asOf }: SearchArguments): Promise<SearchAnswer> {
    const clock = clockOf(asOf, await this.answers.defaults());
    const people = new FoundPeople(words);
    const hits: Hits[] = [];
    const seen = new Set<string>();
    // One view after the other: what a master adds up is looked at through it only where it is not open itself.
    for (const view of ownFirst(await this.views.accessibleTo(asker))) {
      const isNew = ({ view: { id } }: Dataset) => !seen.has(id);
      const snapshot = await this.answers.snapshotOf(view);
      const datasets = snapshot.datasets.filter(isNew);
      if (datasets.length === 0) continue;
      people.lookAt(view.id, datasets, spellingsOf(snapshot.sets));
      hits.push(await this.hitsIn(view, snapshot, { isNew, words, clock }));
      for (const dataset of datasets) seen.add(dataset.view.id);
    }
    return { people: people.best(MAX_PEOPLE), ...newestOf(hits) };
  }

  private hitsIn(
    view: StoredView,
    first: Snapshot,
    { isNew, words, clock }: { isNew: (dataset: Dataset) => boolean; words: string; clock: Clock },
  ): Promise<Hits> {
    const work = async (snapshot: Snapshot): Promise<Hits> => {
      const similar = snapshot.datasets.map((dataset) =>
        isNew(dataset) ? meant(dataset.set.clients, words) : NOBODY,
      );
      const isExact = similar.some((each) => each.isExact && each.found.length > 0);
      const positions = snapshot.sets.map((set, at) => {
        const each = similar[at] ?? NOBODY;
        return positionsOfClients(set, each.isExact === isExact ? each.found : []);
      });
      const refs = await inTurns(sortRecords(snapshot.sets, positions, NEWEST_FIRST, clock));
      const deals = await this.deals.records(snapshot, refs.slice(0, MAX_DEALS), clock);
      return { deals: deals.map((deal) => ({ view: view.id, deal })), total: refs.length, isExact };
    };
    return this.deals.steadily(view, work, first);
  }
}

const NEWEST_FIRST = { by: 'discovery_date', descending: true } as const;
const NOBODY = { found: [], isExact: false } as const;

const ownFirst = (views: readonly StoredView[]): StoredView[] =>
  views.toSorted((one, other) => Number(one.isMaster) - Number(other.isMaster));

/** What is like the words counts only where nothing is called by them. */
function newestOf(hits: readonly Hits[]): Pick<SearchAnswer, 'deals' | 'total'> {
  const isExact = hits.some((each) => each.isExact && each.total > 0);
  const counted = hits.filter((each) => each.isExact === isExact);
  const day = ({ deal }: FoundDeal) => deal.discovery_date ?? '';
  const deals = counted
    .flatMap((each) => each.deals)
    .sort((one, other) => day(other).localeCompare(day(one)))
    .slice(0, MAX_DEALS);
  return { deals, total: counted.reduce((sum, { total }) => sum + total, 0) };
}
