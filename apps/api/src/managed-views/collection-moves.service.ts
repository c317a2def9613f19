import { Injectable, Logger } from '@nestjs/common';
import { RecordCollectionsRepository } from '../datasets/record-collections.repository.js';
import { Refusal } from '../refusals/refusal.js';
import type { Whereabouts } from '../views/view-move.js';

/**
 * Gives the collection of a view its other name, at once and whole. The UUID says which collection is meant: a rename
 * whose answer was lost, or that another process was faster with, is not done twice.
 */
@Injectable()
export class CollectionMoves {
  private readonly log = new Logger('Views');

  constructor(private readonly collections: RecordCollectionsRepository) {}

  /** Whatever stands under the old name goes, also what other software has put there since. */
  async carryOutAnyhow(move: Whereabouts): Promise<void> {
    const { from, to } = move;
    if (from === null || to === null) return;
    const listed = await this.collections.all();
    if (listed.get(to)?.uuid !== move.uuid)
      await this.carryOut({ from, to, uuid: listed.get(from)?.uuid ?? null });
  }

  /** @throws Refusal when something else has the name: nothing has moved then */
  async carryOut({ from, to, uuid }: Whereabouts): Promise<void> {
    if (from === null || to === null || uuid === null || from === to) return;
    const listed = await this.collections.all();
    if (listed.get(to)?.uuid === uuid) return;
    if (listed.get(from)?.uuid !== uuid) {
      this.tellReplaced(from, listed.has(from));
      return;
    }
    if (listed.has(to)) await this.clear(to);
    try {
      await this.collections.rename(from, to);
    } catch (error) {
      if ((await this.collections.uuidOf(to)) !== uuid) throw error;
    }
  }

  private tellReplaced(from: string, isThere: boolean): void {
    // Other software dropped it, or put another one there, since the move began.
    if (isThere)
      throw new Refusal('conflict', `Other software has replaced the records of the view. Try again.`);
    this.log.warn(`${from} is gone: other software has dropped it. There is nothing to move.`);
  }

  /** An empty collection is in nobody's way. */
  private async clear(name: string): Promise<void> {
    if (!(await this.collections.isEmpty(name))) throw occupied(name);
    await this.collections.drop(name);
  }
}

/** Why a view cannot have a name of the contract. */
export const occupied = (collection: string): Refusal =>
  new Refusal(
    'conflict',
    `The collection ${collection} goes with that name, and it holds records of no view. Choose another name, or move them first.`,
  );
