import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { Problem, TargetChangePage, Targets } from '@app/contracts';
import { type Observable, firstValueFrom } from 'rxjs';
import { isSampleOrigin } from '@app/domain/targets';
import { DataChanges } from '../session/data-changes';
import { Session } from '../session/session';
import { Views } from '../session/views';
import { Formats } from '../ui/base/formats';
import { type ShownProblem, problemOf } from '../ui/base/problem';
import { Toasts } from '../ui/toast/toasts';
import { isOwnDraft, rememberDraft, rememberedDraft } from './draft-memory';
import { FilledFields } from './filled-fields';
import {
  type Edits,
  asBody,
  changesOf,
  faultyEdits,
  sameEdits,
  stillTyped,
  withChanges,
  withEdit,
  withoutFilled,
  withoutEdit,
} from './edits';
import { fieldOfPath } from './fields';
import { type Conflict, type News, conflictsOf, keepingMine, newsSince, rebased } from './merge';
import { type FormState, draftTargets } from './rows';
import { historyUrl, restoreUrl, targetsUrl } from './api';
import { TARGETS } from './texts';

const NEWEST = 50;

/**
 * The targets of a view while they are edited: stored values, unsaved edits, and changes of other people. No edit is
 * lost by a reload or by somebody else's save.
 */
@Injectable()
export class TargetsForm {
  private readonly http = inject(HttpClient);
  private readonly formats = inject(Formats);
  private readonly toasts = inject(Toasts);
  private readonly filled = inject(FilledFields);
  private readonly views = inject(Views);
  private readonly numbers = inject(DataChanges);
  private readonly userId = inject(Session).user()?.id ?? '';
  private viewId = '';
  private readonly own = new Set<number>();

  private readonly answer = signal<Targets | null>(null);
  private readonly typed = signal<Edits>({});
  readonly targets = this.answer.asReadonly();
  readonly edits = this.typed.asReadonly();
  /** Why the targets could not be loaded. */
  readonly problem = signal<ShownProblem | null>(null);
  /** Why they could not be saved. */
  readonly refusal = signal<ShownProblem | null>(null);
  private readonly refused = signal<Readonly<Record<string, string>>>({});
  readonly isSaving = signal(false);
  /** What others changed since this page was opened, until it is dismissed. */
  readonly news = signal<readonly News[]>([]);
  /** True when edits from an earlier visit were found. */
  readonly isRestored = signal(false);

  private readonly stored = computed(() => this.answer()?.raw ?? {});
  readonly conflicts = computed(() => conflictsOf(this.typed(), this.stored()));
  readonly faults = computed(() => faultyEdits(this.typed()));
  readonly changes = computed(() => changesOf(this.typed(), this.stored()));
  readonly isDirty = computed(() => Object.keys(this.typed()).length > 0);
  readonly canSave = computed(
    () => this.changes().length > 0 && this.conflicts().length === 0 && this.faults().length === 0,
  );

  private readonly sample = computed(() => {
    const resolved = Object.entries(this.answer()?.resolved ?? {});
    return new Set(resolved.filter(([, { origin }]) => isSampleOrigin(origin)).map(([id]) => id));
  });
  readonly hasSample = computed(() => this.sample().size > 0);

  readonly state = computed((): FormState => ({
    stored: this.stored(),
    draft: withChanges(this.stored(), this.changes()),
    viewsSum: this.answer()?.views_sum ?? null,
    sample: this.sample(),
    edits: this.typed(),
    conflicts: this.conflicts(),
    refused: this.refused(),
  }));
  /** The targets that would hold with the edits saved. */
  readonly draft = computed(() => draftTargets(this.state()));

  /** Opens a view with its unsaved edits. */
  async open(viewId: string): Promise<void> {
    this.filled.forget();
    this.viewId = viewId;
    this.own.clear();
    this.answer.set(null);
    this.problem.set(null);
    this.news.set([]);
    this.refusal.set(null);
    this.refused.set({});
    const left = rememberedDraft(this.userId, viewId);
    this.typed.set(left?.edits ?? {});
    this.isRestored.set(left !== null);
    await this.look(left?.revision ?? null);
  }

  /**
   * Loads the targets again.
   *
   * @param since revision that the edits are based on; by default the one shown
   */
  async look(since: number | null = this.answer()?.revision ?? null): Promise<void> {
    const viewId = this.viewId;
    try {
      const targets = await firstValueFrom(this.http.get<Targets>(targetsUrl(viewId)));
      if (viewId !== this.viewId || this.isSaving()) return;
      this.problem.set(null);
      await this.receive(targets, since);
    } catch (error) {
      // Ignore a failed check while there is something to show.
      if (viewId === this.viewId && !this.answer()) this.problem.set(problemOf(error));
    }
  }

  type(id: string, text: string): void {
    this.filled.typed();
    this.refused.update((refused) =>
      Object.fromEntries(Object.entries(refused).filter(([key]) => key !== id)),
    );
    this.keep(withEdit(this.typed(), this.stored(), id, text));
  }

  /**
   * Several fields at once, a pasted row or a copied year; that can be taken back.
   *
   * @param leftOut how many values found no field
   */
  fill(texts: readonly (readonly [id: string, text: string])[], leftOut = 0): void {
    const before = this.typed();
    const ids = texts.map(([id]) => id);
    const after = texts.reduce((edits, [id, text]) => withEdit(edits, this.stored(), id, text), before);
    this.keep(after);
    this.filled.say(ids.length, leftOut, () => this.keep(withoutFilled(this.typed(), before, after, ids)));
  }

  takeTheirs(id: string): void {
    this.keep(withoutEdit(this.typed(), id));
  }

  keepMine(conflict: Conflict): void {
    this.keep(keepingMine(this.typed(), conflict));
  }

  discard(): void {
    this.filled.forget();
    this.refused.set({});
    this.refusal.set(null);
    this.keep({});
  }

  /** @returns whether it is saved */
  async save(): Promise<boolean> {
    const sent = this.typed();
    const count = this.changes().length;
    const words = TARGETS.save.done(this.formats.count(count), this.viewName(), count === 1);
    const body = { targets: asBody(this.changes()) };
    const put = this.http.put<Targets>(targetsUrl(this.viewId), body, {
      headers: this.ifMatch(),
    });
    return this.write(put, words, (targets) => this.typed.set(stillTyped(this.typed(), sent, targets.raw)));
  }

  /** Goes back to the state of a revision; edits must be saved or discarded before. */
  async restore(revision: number): Promise<boolean> {
    const url = restoreUrl(this.viewId, revision);
    const words = TARGETS.history.done(this.viewName());
    return this.write(this.http.post<Targets>(url, {}, { headers: this.ifMatch() }), words, () => undefined);
  }

  private async write(
    request: Observable<Targets>,
    words: string,
    done: (targets: Targets) => void,
  ): Promise<boolean> {
    const viewId = this.viewId;
    const since = this.answer()?.revision ?? 0;
    this.filled.forget();
    this.isSaving.set(true);
    this.refusal.set(null);
    this.refused.set({});
    try {
      const targets = await firstValueFrom(request);
      this.own.add(targets.revision);
      this.numbers.show(); // on the page that is open by now
      done(targets);
      await this.receive(targets, since);
      // What did not differ from what is stored made no revision.
      const isChanged = targets.revision > since;
      this.toasts.changed(words, isChanged ? () => this.takeBack(viewId, targets.revision) : null);
      return true;
    } catch (error) {
      this.isSaving.set(false);
      await this.explain(error);
      return false;
    } finally {
      this.isSaving.set(false);
    }
  }

  /** Goes back to before a revision; what others changed in the same targets since is not taken back, and the API says so. */
  private async takeBack(viewId: string, revision: number): Promise<void> {
    const url = restoreUrl(viewId, revision - 1);
    const headers = { 'If-Match': `"${revision}"` };
    const targets = await firstValueFrom(this.http.post<Targets>(url, {}, { headers }));
    this.numbers.show();
    if (viewId !== this.viewId) return;
    this.own.add(targets.revision);
    await this.receive(targets, this.answer()?.revision ?? null);
  }

  private viewName(): string {
    return this.views.byId(this.viewId)?.name ?? '';
  }

  /** A conflict on the same target is shown at its field; any other error is shown as it is. */
  private async explain(error: unknown): Promise<void> {
    if (error instanceof HttpErrorResponse && error.status === 412) await this.look();
    if (this.conflicts().length > 0) return;
    this.refused.set(refusedFields(error));
    this.refusal.set(problemOf(error));
  }

  private async receive(targets: Targets, since: number | null): Promise<void> {
    this.answer.set(targets);
    const edits = rebased(this.typed(), targets.raw);
    if (this.isSaving() || !sameEdits(edits, this.typed()) || isOwnDraft(this.userId, this.viewId, edits))
      this.keep(edits);
    if (since !== null && targets.revision > since) await this.readNews(since);
  }

  private async readNews(since: number): Promise<void> {
    const viewId = this.viewId;
    // Without the history the changes are merged all the same, but not who made them is shown.
    const page = await firstValueFrom(
      this.http.get<TargetChangePage>(historyUrl(viewId), { params: { limit: NEWEST } }),
    ).catch(() => null);
    if (!page || viewId !== this.viewId) return;
    const fresh = newsSince(page.items, since, this.own);
    const ids = new Set(fresh.map(({ id }) => id));
    this.news.update((news) => [...fresh, ...news.filter(({ id }) => !ids.has(id))]);
  }

  private keep(edits: Edits): void {
    this.typed.set(edits);
    if (!this.isDirty()) this.isRestored.set(false);
    rememberDraft(this.userId, this.viewId, { revision: this.answer()?.revision ?? 0, edits });
  }

  private ifMatch(): Record<string, string> {
    return { 'If-Match': `"${this.answer()?.revision ?? 0}"` };
  }
}

function refusedFields(error: unknown): Record<string, string> {
  if (!(error instanceof HttpErrorResponse)) return {};
  const { errors } = (error.error ?? {}) as Partial<Problem>;
  return Object.fromEntries(
    (errors ?? []).flatMap(({ field, message }) => {
      const id = fieldOfPath(field.replace(/^targets\./, ''))?.id;
      return id === undefined ? [] : [[id, message]];
    }),
  );
}
