import { mongo } from 'mongoose';
import { again } from './again.js';
import { isDuplicateKey } from './duplicate-key.js';

/** One change of something that has revisions: it made `revision` of it. */
export interface LoggedChange {
  _id?: mongo.ObjectId;
  id: string;
  revision: number;
  at: Date;
  /** Address of who made it. */
  by: string;
}

/** Where a page of changes ended. */
export interface ChangePlace {
  at: Date;
  id: string;
}

/**
 * The history of something with revisions, in a collection of its own. The unique index over owner and revision is
 * the lock of its writers: of two who make the same revision, one learns that the other was first.
 *
 * @typeParam Owner name of the field that says whose change it is
 */
export class ChangeLog<Owner extends string, Change extends LoggedChange & Record<Owner, string>> {
  constructor(
    private readonly changes: () => mongo.Collection<Change>,
    private readonly owner: Owner,
  ) {}

  /** Keeps a change. @returns false when somebody else made that revision */
  async add(change: Change): Promise<boolean> {
    const kept = { _id: new mongo.ObjectId(), ...change };
    try {
      await again(() => this.changes().insertOne(kept as mongo.OptionalUnlessRequiredId<Change>));
      return true;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      // It may be this very change, stored before its answer was lost.
      return this.found({ _id: kept._id }).limit(1).hasNext();
    }
  }

  async newest(owner: string): Promise<Change | null> {
    const [newest] = await this.found(this.of(owner)).sort({ revision: -1 }).limit(1).toArray();
    return newest ?? null;
  }

  /** Changes that made a later revision than the one given, newest first. */
  since(owner: string, revision: number): Promise<Change[]> {
    return this.found({ ...this.of(owner), revision: { $gt: revision } })
      .sort({ revision: -1 })
      .toArray();
  }

  /** Newest first, those after a place; of all owners when none is given. */
  page(owner: string | null, after: ChangePlace | null, limit: number): Promise<Change[]> {
    const older = after && [{ at: { $lt: after.at } }, { at: after.at, id: { $lt: after.id } }];
    return this.found({ ...this.of(owner), ...(older && { $or: older }) })
      .sort({ at: -1, id: -1 })
      .limit(limit)
      .toArray();
  }

  count(owner: string | null): Promise<number> {
    return this.changes().countDocuments(this.of(owner) as mongo.Filter<Change>);
  }

  private found(filter: object): mongo.FindCursor<Change> {
    return this.changes().find(filter as mongo.Filter<Change>) as mongo.FindCursor<Change>;
  }

  private of(owner: string | null): Record<string, string> {
    return owner === null ? {} : { [this.owner]: owner };
  }
}
