import { Injectable } from '@nestjs/common';
import type { RunChange, RunChangePage } from '@app/contracts';
import { normaliseStored } from '@app/domain';
import { LRUCache } from 'lru-cache';
import { DatasetReader } from '../datasets/dataset-reader.service.js';
import { MetadataRepository } from '../datasets/metadata.repository.js';
import { RecordsRepository } from '../datasets/records.repository.js';
import { toCursor, type WantedPage } from '../http/cursor.js';
import { placeOf } from '../ingestion/run-list-parameters.js';
import { RunsRepository } from '../ingestion/runs/runs.repository.js';
import { runsToUndo, type UndoneRun } from '../ingestion/staging/way-back.js';
import { Refusal, refusedField } from '../refusals/refusal.js';
import type { StoredView } from '../views/stored-view.js';
import { type DealStates, netChange } from './net-changes.js';
import { RevisionChangesRepository, type StoredChange } from './revision-changes.repository.js';
import type { RevisionsArguments } from './revision-parameters.js';

/** Two revisions of a view, and the runs since the first of them. */
interface Span {
  readonly view: StoredView;
  readonly from: number;
  readonly to: number;
  readonly live: number;
  readonly since: readonly UndoneRun[];
}

type Known = Pick<RunChange, 'deal_id' | 'kind'>;

const BATCH = 1000;
const ATTEMPTS = 3;
const MAX_KNOWN = 500_000;
const KINDS: readonly RunChange['kind'][] = ['added', 'changed', 'removed'];

/** How the data of one revision differs from that of another, whatever happened in between. */
@Injectable()
export class RevisionChangesService {
  /** Between two revisions nothing changes any more: what differs is found once. */
  private readonly known = new LRUCache<string, Known[]>({
    maxSize: MAX_KNOWN,
    sizeCalculation: ({ length }) => length + 1,
  });

  constructor(
    private readonly runs: RunsRepository,
    private readonly metadata: MetadataRepository,
    private readonly changes: RevisionChangesRepository,
    private readonly reader: DatasetReader,
    private readonly records: RecordsRepository,
  ) {}

  /** @throws Refusal where a revision is not kept, or not made yet, and for a view that adds up others */
  async page(
    view: StoredView,
    { from, to, kind, limit, cursor }: RevisionsArguments & WantedPage,
  ): Promise<RunChangePage> {
    if (view.isMaster)
      throw new Refusal(
        'not_offered',
        `${view.name} adds up other views: compare the revisions of one of them.`,
      );
    const start = cursor === null ? 0 : placeOf(cursor);
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const span = await this.spanOf(view, from, to);
      const differing = this.known.get(keyOf(span)) ?? (await this.differing(span));
      const all = differing.filter((each) => kind === null || each.kind === kind);
      const wanted = all.slice(start, start + limit);
      const items = await this.netOf(
        span,
        wanted.map(({ deal_id }) => deal_id),
      );
      // Where the live data was replaced meanwhile, or old changes went, what was read belongs to no revision.
      if ((await this.spanOf(view, from, to)).live !== span.live) continue;
      this.known.set(keyOf(span), differing);
      const next = start + limit < all.length ? toCursor({ place: start + limit }) : null;
      return { items, next_cursor: next, total: all.length };
    }
    throw new Refusal('unavailable', 'The data keeps changing. Try again in a moment.');
  }

  private async spanOf(view: StoredView, from: number, wanted: number): Promise<Span> {
    const { revision: live } = await this.metadata.ofView(view);
    const to = wanted === 0 ? live : wanted;
    if (to > live) throw refusedField('to_revision', `The data of ${view.name} is at revision ${live}.`);
    if (from > to) throw refusedField('from_revision', 'from_revision must not be after to_revision.');
    const since = await this.runs.publishedBetween(view.id, from, live);
    if (!runsToUndo(since, live, { revision: from, digest: '' }))
      throw new Refusal('conflict', `What changed since revision ${from} is not kept.`);
    return { view, from, to, live, since };
  }

  private async differing(span: Span): Promise<Known[]> {
    const runs = span.since.filter(({ revision }) => (revision ?? 0) <= span.to).map(({ id }) => id);
    const touched = [...(await this.changes.touchedBy(runs))];
    const found: Known[] = [];
    for (let at = 0; at < touched.length; at += BATCH) {
      const net = await this.netOf(span, touched.slice(at, at + BATCH));
      found.push(...net.map(({ deal_id, kind }) => ({ deal_id, kind })));
    }
    return KINDS.flatMap((kind) => found.filter((each) => each.kind === kind));
  }

  /** What became of some deals, in their order; those that are the same are left out. */
  private async netOf({ view, from, to, since }: Span, deals: readonly string[]): Promise<RunChange[]> {
    const runs = since.map(({ id }) => id);
    const changes = Map.groupBy(await this.changes.of(view.id, deals, runs), ({ deal_id }) => deal_id);
    const live = await this.reader.inCollection(view, (name) => this.records.byDealIds(name, deals));
    const liveById = new Map((live ?? []).map((record) => [record.id, record]));
    return deals.flatMap((id) => {
      const ofDeal = changes.get(id) ?? [];
      const stateAt = (revision: number): DealStates['before'] => {
        const next = ofDeal.find((change) => change.revision > revision);
        const record = next ? recordBefore(next) : liveById.get(id);
        return record ? { ...normaliseStored(record), id } : null;
      };
      return netChange({ before: stateAt(from), after: stateAt(to) }) ?? [];
    });
  }
}

const recordBefore = ({ kind, record }: StoredChange) => (kind === 'added' ? null : record);

const keyOf = ({ view, from, to }: Span): string => `${view.id} ${from} ${to}`;
