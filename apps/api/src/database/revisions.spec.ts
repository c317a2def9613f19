import { jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import type { LoggedChange } from './change-log.js';
import { nextChange, Revisions, type Settled } from './revisions.js';

interface Change extends LoggedChange {
  from: number;
  added: string;
}

interface Board {
  readonly revision: number;
  readonly cards: readonly string[];
}

/** What processes share: the history, and the document that other software may replace. */
class Shared {
  readonly history: Change[] = [];
  document: Board = { revision: 0, cards: [] };
  isCrashing = false;

  /** Another process on the same database. */
  process(): Revisions<Board, Change> {
    return new Revisions<Board, Change>(this, {
      name: 'this board',
      label: (owner) => `the board ${owner}`,
      read: () => Promise.resolve(this.document),
      isMadeOn: ({ revision }, { from }) => revision === from,
      bringIn: (change) => this.bringIn(change),
    });
  }

  add(change: Change): Promise<boolean> {
    const isFirst = this.history.every(({ revision }) => revision !== change.revision);
    if (isFirst) this.history.push(change);
    return Promise.resolve(isFirst);
  }

  newest(): Promise<Change | null> {
    return Promise.resolve(this.history.at(-1) ?? null);
  }

  private bringIn({ from, revision, added }: Change): Promise<void> {
    if (this.isCrashing) return Promise.reject(new Error('crash'));
    if (this.document.revision === from) this.document = { revision, cards: [...this.document.cards, added] };
    return Promise.resolve();
  }
}

const adding =
  (added: string) =>
  (state: Settled<Board, Change>): Change => ({
    ...nextChange(state, 'admin@example.com'),
    from: state.stored.revision,
    added,
  });

const add = (revisions: Revisions<Board, Change>, card: string) => revisions.change('b', adding(card));

describe('changes that are kept in the history first', () => {
  let shared: Shared;
  let warned: jest.SpiedFunction<Logger['warn']>;

  beforeEach(() => {
    shared = new Shared();
    warned = jest.spyOn(Logger.prototype, 'warn').mockReturnValue();
  });
  afterEach(() => {
    warned.mockRestore();
  });

  const crashAfter = async (card: string): Promise<void> => {
    shared.isCrashing = true;
    await expect(add(shared.process(), card)).rejects.toThrow('crash');
    shared.isCrashing = false;
  };

  it('are brought in, one revision each', async () => {
    const process = shared.process();
    await add(process, 'Acme');
    await add(process, 'Bolt');
    expect(shared.document).toEqual({ revision: 2, cards: ['Acme', 'Bolt'] });
    expect(await process.settled('b')).toMatchObject({ revision: 2, newest: { added: 'Bolt' } });
  });

  it('are none when there is nothing to change', async () => {
    await shared.process().change('b', () => null);
    expect(shared.history).toEqual([]);
  });

  it('are later than the one before, whatever the clock says', async () => {
    const ahead = new Date(Date.now() + 3_600_000);
    shared.history.push({ id: '1', revision: 1, at: ahead, by: 'x', from: 0, added: 'Acme' });
    await add(shared.process(), 'Bolt');
    expect(shared.history[1]?.at.getTime()).toBe(ahead.getTime() + 1);
  });

  it('that a crash kept out are brought in by the next reader, with a line in the log', async () => {
    await crashAfter('Acme');
    expect(shared.document.cards).toEqual([]);
    expect((await shared.process().settled('b')).stored).toEqual({ revision: 1, cards: ['Acme'] });
    expect(warned.mock.calls).toEqual([['Brought in change 1 of the board b, which was interrupted.']]);
  });

  it('that a crash kept out are brought in by the next writer, before their own', async () => {
    await crashAfter('Acme');
    await add(shared.process(), 'Bolt');
    expect(shared.document).toEqual({ revision: 2, cards: ['Acme', 'Bolt'] });
  });

  it('undo nothing where other software put an older document there, and go on from the history', async () => {
    const process = shared.process();
    for (const card of ['Acme', 'Bolt', 'Cello']) await add(process, card);
    shared.document = { revision: 1, cards: ['theirs'] };
    const { stored, revision } = await process.settled('b');
    expect([stored.cards, stored.revision, revision]).toEqual([['theirs'], 1, 3]);
    await add(process, 'Dune');
    expect(shared.document).toEqual({ revision: 4, cards: ['theirs', 'Dune'] });
  });

  it('lose nothing when two processes write at once', async () => {
    const processes = [shared.process(), shared.process()];
    const cards = Array.from({ length: 40 }, (_, at) => `card ${at}`);
    await Promise.all(
      cards.flatMap((card, at) => processes.slice(at % 2, (at % 2) + 1).map((one) => add(one, card))),
    );
    expect(new Set(shared.document.cards)).toEqual(new Set(cards));
    expect(shared.document.cards).toHaveLength(40);
    expect(shared.history.map(({ revision }) => revision)).toEqual(cards.map((_, at) => at + 1));
  });

  it('are made in turn within one process', async () => {
    const added = jest.spyOn(shared, 'add');
    const process = shared.process();
    await Promise.all(['Acme', 'Bolt', 'Cello'].map((card) => add(process, card)));
    expect(added).toHaveBeenCalledTimes(3);
    expect(shared.document.cards).toEqual(['Acme', 'Bolt', 'Cello']);
  });

  it('are refused when others are faster all the time, and the next has its turn', async () => {
    const process = shared.process();
    const added = jest.spyOn(shared, 'add').mockResolvedValue(false);
    const refused = {
      reason: 'unavailable',
      message: 'Others keep changing this board. Try again in a moment.',
    };
    await expect(add(process, 'Acme')).rejects.toMatchObject(refused);
    expect(added).toHaveBeenCalledTimes(100);
    added.mockRestore();
    await add(process, 'Bolt');
    expect(shared.document.cards).toEqual(['Bolt']);
  });
});
