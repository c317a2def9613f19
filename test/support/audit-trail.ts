import type { Db } from 'mongodb';

/** An entry as it is stored, in the words of a spec: what changed as one line a field. */
export interface ToldEvent {
  action: string;
  outcome: string;
  /** Name of whose doing it is, or what kind of doer it is. */
  actor: string;
  address: string | null;
  subject: string | undefined;
  view: string | undefined;
  changes: Record<string, [unknown, unknown]>;
}

interface Stored {
  _id: string;
  action: string;
  outcome: string;
  actor: { kind: string; name: string | null };
  address: string | null;
  subject: { name: string } | null;
  view: { name: string } | null;
  changes: { field: string; before: unknown; after: unknown }[];
}

/** What the audit log is told, as a spec looks at it. */
export class AuditTrail {
  private seen = '';

  constructor(private readonly db: Db) {}

  /** What was told since the last look, in its order. */
  async news(): Promise<ToldEvent[]> {
    const entries = await this.db
      .collection<Stored>('audit_log')
      .find({ _id: { $gt: this.seen } })
      .sort({ _id: 1 })
      .toArray();
    this.seen = entries.at(-1)?._id ?? this.seen;
    return entries.map(told);
  }

  /** What is told while something is done. */
  async during(work: () => Promise<unknown>): Promise<ToldEvent[]> {
    await this.news();
    await work();
    return this.news();
  }
}

const told = ({ action, outcome, actor, address, subject, view, changes }: Stored): ToldEvent => ({
  action,
  outcome,
  actor: actor.name ?? actor.kind,
  address,
  subject: subject?.name,
  view: view?.name,
  changes: Object.fromEntries(changes.map(({ field, before, after }) => [field, [before, after]])),
});
