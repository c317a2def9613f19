import { HttpClient, httpResource } from '@angular/common/http';
import { DestroyRef, Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import type { BoardData, BoardRecord, BoardRecords, LookedUpDeal } from '@app/contracts';
import type { BoardKind } from '@app/domain/board';
import { firstValueFrom } from 'rxjs';
import { Address } from '../session/address';
import { DataChanges } from '../session/data-changes';
import { asQuestion } from '../session/sign-in-again';
import { type ShownProblem, problemOf } from '../ui/base/problem';
import { boardUrl, lookupUrl } from './api';

/** The deals that a board is made of. While a card is held, they stay as they are, whatever is published. */
@Injectable()
export class BoardDeals {
  private readonly http = inject(HttpClient);
  private readonly address = inject(Address);
  private readonly changes = inject(DataChanges);
  private readonly held = signal(false);
  private letGo: () => void = () => undefined;
  private asked: { data: BoardData | undefined; question: string } | null = null;

  /** Which board of which view. */
  readonly of = signal<{ viewId: string; kind: BoardKind } | null>(null);
  readonly isHeld = this.held.asReadonly();

  private readonly answer = httpResource<BoardData>(() => {
    this.changes.version(); // newer data is asked for again
    const of = this.of();
    const asOf = this.address.asOf();
    if (!of) return undefined;
    const params: Record<string, string> = asOf ? { as_of: asOf } : {};
    return { url: boardUrl(of.viewId, of.kind), params };
  });
  readonly data = linkedSignal<
    { of: object | null; data: BoardData | undefined; isHeld: boolean },
    BoardData | undefined
  >({
    source: () => ({
      of: this.of(),
      data: this.answer.hasValue() ? this.answer.value() : undefined,
      isHeld: this.held(),
    }),
    computation: (now, before) => {
      const kept = before?.source.of === now.of ? before.value : undefined;
      return now.isHeld || now.data === undefined ? kept : now.data;
    },
  });
  /** Newer data is here, but a card is held. */
  readonly hasWaiting = computed(
    () =>
      this.held() &&
      this.data() !== undefined &&
      this.answer.hasValue() &&
      this.answer.value() !== this.data(),
  );
  /** Why there is nothing to show; while there is something, it stays. */
  readonly problem = computed(() =>
    this.answer.status() === 'error' && this.data() === undefined ? problemOf(this.answer.error()) : null,
  );

  /** What was looked up. With newer data the last answer stays until there is a new one. */
  private readonly lookup = linkedSignal<BoardData | undefined, Lookup>({
    source: this.data,
    computation: (now, before) => {
      if (!now || !before || !isSameView(now, before.source)) return NOTHING;
      const shown = new Set(now.deals.map(nameOf));
      return { ...NOTHING, found: before.value.found.filter((deal) => !shown.has(nameOf(deal))) };
    },
  });
  /** Why what became of saved deals could not be looked up. */
  readonly lookupProblem = computed(() => this.lookup().problem);
  readonly all = computed((): readonly BoardRecord[] => [
    ...(this.data()?.deals ?? []),
    ...this.lookup().found,
  ]);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.letGo());
  }

  /** Nothing moves under a held card: newer data waits, and is not announced either. */
  hold(): void {
    if (this.held()) return;
    this.held.set(true);
    this.letGo = this.changes.hold();
  }

  release(): void {
    this.letGo();
    this.held.set(false);
  }

  reload(): void {
    this.answer.reload();
  }

  /** Whether it is known of a saved deal what the data of now has of it. */
  isLookedUp(deal: LookedUpDeal): boolean {
    return this.lookup().answered.has(questionOf(deal));
  }

  /** What became of saved deals that are not on the board: asked once for each state of the data. */
  async lookUp(deals: readonly LookedUpDeal[]): Promise<void> {
    const [data, of] = [this.data(), this.of()];
    const open = deals.filter((deal) => !this.isLookedUp(deal));
    const asked = { data, question: JSON.stringify(open) };
    const isAsked = this.asked?.data === data && this.asked?.question === asked.question;
    if (!data || !of || open.length === 0 || isAsked) return;
    this.asked = asked;
    this.lookup.update((before) => ({ ...before, problem: null }));
    try {
      const url = lookupUrl(of.viewId, of.kind);
      const request = this.http.post<BoardRecords>(url, { deals: open }, { context: asQuestion() });
      const { deals: found } = await firstValueFrom(request);
      if (this.data() === data) this.lookup.update((before) => withAnswer(before, open, found));
    } catch (error) {
      if (this.data() === data) this.lookup.update((before) => ({ ...before, problem: problemOf(error) }));
    }
  }

  async lookUpAgain(deals: readonly LookedUpDeal[]): Promise<void> {
    this.asked = null;
    await this.lookUp(deals);
  }
}

/** Which deals were asked for in the data of now, and which are there; before the first answer those of the last data. */
interface Lookup {
  readonly answered: ReadonlySet<string>;
  readonly found: readonly BoardRecord[];
  readonly problem: ShownProblem | null;
}

const NOTHING: Lookup = { answered: new Set(), found: [], problem: null };

function withAnswer(before: Lookup, asked: readonly LookedUpDeal[], found: readonly BoardRecord[]): Lookup {
  const kept = before.answered.size > 0 ? before.found : [];
  const all = [...kept, ...found].map((deal): [string, BoardRecord] => [nameOf(deal), deal]);
  return {
    answered: new Set([...before.answered, ...asked.map(questionOf)]),
    found: [...new Map(all).values()],
    problem: null,
  };
}

const nameOf = ({ view_id, id }: BoardRecord): string => JSON.stringify([view_id, id]);
const questionOf = ({ id, client }: LookedUpDeal): string => JSON.stringify([id, client]);

const isSameView = (one: BoardData, other: BoardData | undefined): boolean => one.view_id === other?.view_id;
