/** A text by which an existing and an incoming thing are the same; null for what cannot be told by it. */
export interface MatchKey<Existing, Incoming> {
  readonly ofExisting: (thing: Existing) => string | null;
  readonly ofIncoming: (thing: Incoming) => string | null;
}

/** One way to recognise incoming things as existing ones. */
export interface MatchPass<Existing, Incoming, By> extends MatchKey<Existing, Incoming> {
  readonly by: By;
  /**
   * By what several with one key are told apart, the surest first; what is left is matched in its order. Null where
   * several with one key are not matched at all.
   */
  readonly alike: readonly MatchKey<Existing, Incoming>[] | null;
}

/** The existing thing that an incoming one is. */
export interface Match<By> {
  /** Position among the existing. */
  readonly place: number;
  /** What it was recognised by. */
  readonly by: By;
  /** How many existing, or incoming if they are more, were alike by that. */
  readonly alike: number;
}

/**
 * Recognises incoming things as existing ones in passes over all of them, the surest first; each existing one is taken
 * once. A later pass looks only at what is left on both sides.
 *
 * @returns the match of each incoming thing; null for a new one
 */
export function matchInPasses<Existing, Incoming, By>(
  existing: readonly Existing[],
  incoming: readonly Incoming[],
  passes: readonly MatchPass<Existing, Incoming, By>[],
): (Match<By> | null)[] {
  const matching = new Matching<Existing, Incoming, By>(existing, incoming);
  for (const pass of passes) matching.run(pass);
  return matching.matches;
}

/** Positions of things that share a key. */
interface Group {
  readonly existing: readonly number[];
  readonly incoming: readonly number[];
}

/** What was matched so far. */
class Matching<Existing, Incoming, By> {
  readonly matches: (Match<By> | null)[];
  readonly #isTaken: boolean[];

  constructor(
    private readonly existing: readonly Existing[],
    private readonly incoming: readonly Incoming[],
  ) {
    this.matches = incoming.map(() => null);
    this.#isTaken = existing.map(() => false);
  }

  run({ by, alike, ...key }: MatchPass<Existing, Incoming, By>): void {
    const everything = { existing: [...this.existing.keys()], incoming: [...this.incoming.keys()] };
    for (const group of this.#groups(everything, key)) this.#match(group, by, alike);
  }

  #match(group: Group, by: By, apart: readonly MatchKey<Existing, Incoming>[] | null): void {
    const isAlone = group.existing.length === 1 && group.incoming.length === 1;
    if (isAlone) this.#join(group, by);
    if (isAlone || apart === null) return;
    for (const key of apart) for (const finer of this.#groups(group, key)) this.#match(finer, by, []);
    this.#join(
      {
        existing: group.existing.filter((place) => this.#isTaken[place] === false),
        incoming: group.incoming.filter((at) => this.matches[at] === null),
      },
      by,
    );
  }

  /** Matches what is left of a group in its order. */
  #join({ existing, incoming }: Group, by: By): void {
    const alike = Math.max(existing.length, incoming.length);
    for (const [nth, at] of incoming.entries()) {
      const place = existing[nth];
      if (place === undefined) return;
      this.matches[at] = { place, by, alike };
      this.#isTaken[place] = true;
    }
  }

  /** Groups of what is left, where both sides have some. */
  #groups({ existing, incoming }: Group, key: MatchKey<Existing, Incoming>): Group[] {
    const groups = new Map<string, { existing: number[]; incoming: number[] }>();
    for (const place of existing) {
      const thing = this.existing[place];
      const text = this.#isTaken[place] || thing === undefined ? null : key.ofExisting(thing);
      if (text === null) continue;
      const group = groups.get(text);
      if (group) group.existing.push(place);
      else groups.set(text, { existing: [place], incoming: [] });
    }
    // Where nothing is left to be recognised, a key for each incoming thing is of no use.
    if (groups.size === 0) return [];
    for (const at of incoming) {
      const thing = this.incoming[at];
      if (this.matches[at] !== null || thing === undefined) continue;
      const text = key.ofIncoming(thing);
      if (text !== null) groups.get(text)?.incoming.push(at);
    }
    return [...groups.values()].filter((group) => group.incoming.length > 0);
  }
}
