import { HttpClient, httpResource } from '@angular/common/http';
import { DestroyRef, Injectable, computed, inject, linkedSignal, signal } from '@angular/core';
import type { BoardData, BoardRecord, BoardRecords, LookedUpDeal } from '@app/contracts';
import type { BoardKind } from '@app/domain/board';
import { firstValueFrom } from 'rxjs';
import { Address } from '../session/address';
import { DataChanges } from '../session/data-changes';
import { problemOf } from '../ui/base/problem';
import { boardUrl, lookupUrl } from './api';

/** The deals that a board is made of. While a card is held, they stay as they are, whatever is published. */
@Injectable()
export class BoardDeals {
  private readonly http = inject(HttpClient);
  private readonly address = inject(Address);
  private readonly changes = inject(DataChanges);
  private readonly held = signal(false);
  private letGo: () => void = () => undefined;
  private asked = '';

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

  /** Deals of the data that are not on the board, but were when it was saved. */
  private readonly lookedUp = linkedSignal<BoardData | undefined, readonly BoardRecord[]>({
    source: this.data,
    computation: () => [],
  });
  readonly all = computed((): readonly BoardRecord[] => [...(this.data()?.deals ?? []), ...this.lookedUp()]);

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

  /** What became of saved deals that are not on the board: asked once for each state of the data. */
  async lookUp(deals: readonly LookedUpDeal[]): Promise<void> {
    const [data, of] = [this.data(), this.of()];
    const question = JSON.stringify([data?.view_id, data?.revision, deals]);
    if (!data || !of || question === this.asked) return;
    this.asked = question;
    // Without an answer the deals are listed as not in the data, and asked for again with newer data.
    const request = this.http.post<BoardRecords>(lookupUrl(of.viewId, of.kind), { deals });
    const found = await firstValueFrom(request).catch(() => null);
    if (found && this.data() === data) this.lookedUp.set(found.deals);
  }
}
