import { Injectable } from '@nestjs/common';
import { fold } from '@app/domain';
import { RecordCollectionsRepository } from '../datasets/record-collections.repository.js';
import { refusedField } from '../refusals/refusal.js';
import { ArchivedViewsRepository } from '../views/archived-views.repository.js';
import { collectionFor, isOfContract } from '../views/assign-collections.js';
import type { StoredView } from '../views/stored-view.js';
import { ViewsService } from '../views/views.service.js';
import { occupied } from './collection-moves.service.js';

/** What a view may be called, and which collection goes with the name. For whoever has the list of views. */
@Injectable()
export class ViewNames {
  constructor(
    private readonly views: ViewsService,
    private readonly archived: ArchivedViewsRepository,
    private readonly collections: RecordCollectionsRepository,
  ) {}

  /** @throws Refusal when another view has the name, or people's access calls a deleted one so */
  async refuseTaken(name: string, own: string | null): Promise<void> {
    const other = (await this.views.all()).find((view) => view.id !== own && fold(view.name) === fold(name));
    if (other) throw taken(`There is a view ${other.name} already: choose another name.`);
    const kept = (await this.archived.all()).find(({ access_name }) => fold(access_name) === fold(name));
    if (kept) throw taken(`${name} stands for a deleted view in people's access: choose another name.`);
  }

  /** Of a name in the archive: no view, no deleted one and nobody's access has it. */
  async inArchive(name: string, used: ReadonlySet<string>): Promise<string> {
    const names = [
      ...(await this.views.all()).map((view) => view.name),
      ...(await this.archived.all()).map(({ access_name }) => access_name),
      ...used,
    ];
    const folded = new Set(names.map(fold));
    for (let number = 1; ; number += 1) {
      const candidate = `${name} (deleted${number === 1 ? '' : ` ${number}`})`;
      if (!folded.has(fold(candidate))) return candidate;
    }
  }

  /**
   * Collection that the records of a view of that name go to.
   *
   * @param own where they are now; null where there are none
   * @throws Refusal when the name is one of the contract, and its collection holds something else
   */
  async collectionFor(name: string, own: string | null): Promise<string> {
    const there = [...(await this.collections.all()).keys()];
    const used = (await this.views.all()).flatMap(({ collection, moving }) => [collection, moving?.to]);
    const taken = new Set([...there, ...used].filter((each) => typeof each === 'string' && each !== own));
    const wanted = collectionFor(name, new Set<string>());
    if (!isOfContract(wanted)) return collectionFor(name, taken as ReadonlySet<string>);
    if (wanted !== own && there.includes(wanted) && !(await this.collections.isEmpty(wanted)))
      throw occupied(wanted);
    return wanted;
  }
}

/** A plain view of this name would be taken for one that adds up others. */
export function refuseMasterName(name: string, { isMaster }: Pick<StoredView, 'isMaster'>): void {
  if (!isMaster && fold(name) === 'master')
    throw taken('Master is the name of a view that adds up others: choose another name.');
}

const taken = (message: string) => refusedField('name', message, 'conflict');
