import type { mongo } from 'mongoose';

/** One change of something that has revisions: it made `revision` of it. */
export interface LoggedChange {
  _id?: mongo.ObjectId;
  id: string;
  revision: number;
  at: Date;
  /** Address of who made it. */
  by: string;
}

const DUPLICATE_KEY = 11_000;

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
    try {
      // A copy: the driver adds `_id` to what it is given.
      await this.changes().insertOne({ ...change } as mongo.OptionalUnlessRequiredId<Change>);
      return true;
    } catch (error) {
      if ((error as { code?: unknown }).code === DUPLICATE_KEY) return false;
      throw error;
    }
  }

  async newest(owner: string): Promise<Change | null> {
    return (await this.newer(owner, { limit: 1 }))[0] ?? null;
  }

  /** Changes that made a later revision than the one given, newest first. */
  since(owner: string, revision: number): Promise<Change[]> {
    return this.newer(owner, { after: revision });
  }

  /** Newest first, from before a revision on. */
  page(owner: string, before: number | null, limit: number): Promise<Change[]> {
    return this.newer(owner, { before, limit });
  }

  count(owner: string): Promise<number> {
    return this.changes().countDocuments(this.of(owner));
  }

  private async newer(
    owner: string,
    { after, before, limit = 0 }: { after?: number; before?: number | null; limit?: number },
  ): Promise<Change[]> {
    const bounds = {
      ...(after === undefined ? {} : { $gt: after }),
      ...(before === undefined || before === null ? {} : { $lt: before }),
    };
    const revision = Object.keys(bounds).length > 0 ? { revision: bounds } : {};
    const found = this.changes().find({ ...this.of(owner), ...revision } as mongo.Filter<Change>);
    return (await found.sort({ revision: -1 }).limit(limit).toArray()) as Change[];
  }

  private of(owner: string): mongo.Filter<Change> {
    return { [this.owner]: owner } as mongo.Filter<Change>;
  }
}
