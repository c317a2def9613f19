import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { A_MOMENT_MS } from '../database/micro-cache.js';
import { RecordCollectionsRepository } from '../datasets/record-collections.repository.js';
import { MetadataRepository } from '../datasets/metadata.repository.js';
import { SettlementService } from '../ingestion/settlement.service.js';
import { Refusal } from '../refusals/refusal.js';
import { UsersRepository } from '../users/users.repository.js';
import { ArchivedViewsRepository } from '../views/archived-views.repository.js';
import { MovingViewsRepository } from '../views/moving-views.repository.js';
import type { StoredView } from '../views/stored-view.js';
import type { ViewMove } from '../views/view-move.js';
import { CollectionMoves } from './collection-moves.service.js';
import type { Fence } from './view-turns.service.js';

/** What is about to become of a view. */
export type WantedMove = Pick<ViewMove, 'kind' | 'name' | 'to' | 'by'>;

/** Longer than any process goes on with views and people that it read before. */
const UNTIL_ALL_KNOW_MS = 2 * A_MOMENT_MS;

/**
 * Takes a view to another name, into the archive or out of it, with its records and with what people's access calls it.
 * No transaction spans these, so the intent is noted first, and each step bears being done again: whoever finds an
 * intent whose process is gone carries it on ({@link ViewMovesRecovery}). Meanwhile readers look for the records where
 * the noted UUID is, and people's access holds both names.
 */
@Injectable()
export class ViewMovesService {
  constructor(
    private readonly moving: MovingViewsRepository,
    private readonly archived: ArchivedViewsRepository,
    private readonly users: UsersRepository,
    private readonly metadata: MetadataRepository,
    private readonly collections: RecordCollectionsRepository,
    private readonly settlement: SettlementService,
    private readonly moves: CollectionMoves,
  ) {}

  /** Renames or archives a view whose data nobody else changes. @throws Refusal when it cannot be done */
  async move(view: StoredView, wanted: WantedMove, fence: Fence): Promise<void> {
    // Nothing of an import may come later, from a process that stood still.
    if (!(await this.settlement.settleOthers(view))) await fence();
    await this.metadata.settle(view);
    const move = await this.drafted(wanted, view.name, view.collection);
    await fence();
    if (!(await this.moving.begin(view.id, move))) throw underWay(view.name);
    await this.carryOn(view.id, move, fence);
  }

  /** Brings an archived view back. @throws Refusal when it cannot be done */
  async restore(id: string, wanted: WantedMove, fence: Fence): Promise<void> {
    const kept = await this.archived.find(id);
    if (!kept) throw new Refusal('absent', 'There is no deleted view of that id.');
    const move = await this.drafted(wanted, kept.access_name, kept.collection);
    await fence();
    if (!(await this.archived.begin(id, move))) throw underWay(kept.name);
    await this.carryOn(id, move, fence);
  }

  /** The steps of a move that are not done yet. @throws Refusal when it had to be taken back */
  async carryOn(id: string, move: ViewMove, fence: Fence): Promise<void> {
    const steps = { rename: this.renamed, archive: this.put, restore: this.broughtBack }[move.kind];
    for (const step of steps.call(this, id, move)) {
      await fence();
      await step();
    }
  }

  private renamed(id: string, move: ViewMove): (() => Promise<void>)[] {
    const { name, formerly, to } = move;
    const kind = to === null ? { is_master: true, is_default: false } : { is_master: false, collection: to };
    const onTheWay = [
      () => this.users.alsoOpens(formerly, name),
      () => this.withdrawing(move, () => this.takeBackName(id, move)),
      // Nobody is judged by a list of names that was read before the new one was in it.
      () => pause(UNTIL_ALL_KNOW_MS),
      () => this.moving.made(id, move, { name, ...kind }),
    ];
    return [...(move.is_made ? [] : onTheWay), ...this.tidied(move), () => this.moving.end(id, move)];
  }

  private put(id: string, move: ViewMove): (() => Promise<void>)[] {
    return [
      () => this.keep(id, move),
      () => this.moving.remove(id, move),
      () => this.moves.carryOutAnyhow(move),
      () => this.users.alsoOpens(move.formerly, move.name),
      () => this.users.opensNoMore(move.formerly, move.name),
      () => this.archived.end(id, move),
    ];
  }

  private broughtBack(id: string, move: ViewMove): (() => Promise<void>)[] {
    const takeBack = async () => {
      await this.moving.remove(id, move);
      await this.archived.end(id, move);
    };
    const onTheWay = [
      () => this.show(id, move),
      () => this.withdrawing(move, takeBack),
      () => this.users.alsoOpens(move.formerly, move.name),
      () => this.moving.made(id, move, {}),
    ];
    return [
      ...(move.is_made ? [] : onTheWay),
      () => this.users.opensNoMore(move.formerly, move.name),
      () => this.archived.remove(id, move),
      () => this.moving.end(id, move),
    ];
  }

  /** The old name goes when every process knows the new one: until then somebody may be judged by either. */
  private tidied({ formerly, name }: ViewMove): (() => Promise<void>)[] {
    return [() => pause(UNTIL_ALL_KNOW_MS), () => this.users.opensNoMore(formerly, name)];
  }

  private async keep(id: string, move: ViewMove): Promise<void> {
    const document = await this.moving.documentOf(id);
    // It is kept by now, and this is another try.
    if (!document) return;
    const { move: _, ...asItStood } = document;
    await this.archived.keep({
      id,
      name: document.name,
      access_name: move.name,
      is_master: move.to === null,
      archived_at: move.at,
      archived_by: move.by,
      collection: move.to,
      document: asItStood,
      move,
    });
  }

  private async show(id: string, move: ViewMove): Promise<void> {
    const kept = await this.archived.find(id);
    if (!kept) return;
    const { document, is_master } = kept;
    const place = move.to === null ? {} : { collection: move.to };
    await this.moving.insert({ ...document, name: move.name, is_master, is_default: false, ...place, move });
  }

  private async withdrawing(move: ViewMove, takeBack: () => Promise<void>): Promise<void> {
    try {
      await this.moves.carryOut(move);
    } catch (error) {
      if (error instanceof Refusal) await takeBack();
      throw error;
    }
  }

  private async takeBackName(id: string, move: ViewMove): Promise<void> {
    for (const former of move.formerly) await this.users.opensNoMore([move.name], former);
    await this.moving.end(id, move);
  }

  private async drafted(wanted: WantedMove, called: string, from: string | null): Promise<ViewMove> {
    return {
      id: randomUUID(),
      ...wanted,
      // Another spelling of it opens nothing, and is given nothing.
      formerly: [called],
      from,
      uuid: from === null ? null : await this.collections.uuidOf(from),
      at: new Date(),
      is_made: false,
    };
  }
}

const underWay = (name: string): Refusal =>
  new Refusal('unavailable', `${name} is being moved already. Try again in a moment.`);
