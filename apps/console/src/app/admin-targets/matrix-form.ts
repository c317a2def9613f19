import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { Injectable, computed, inject, signal } from '@angular/core';
import type { Targets } from '@app/contracts';
import { firstValueFrom } from 'rxjs';
import { DataChanges } from '../session/data-changes';
import { Session } from '../session/session';
import { Views } from '../session/views';
import { Formats } from '../ui/base/formats';
import { type ShownProblem, problemOf } from '../ui/base/problem';
import { Toasts } from '../ui/toast/toasts';
import { restoreUrl, targetsUrl } from './api';
import { isOwnDraft, rememberDraft, rememberedDraft } from './draft-memory';
import {
  type Edits,
  asBody,
  changesOf,
  faultyEdits,
  sameEdits,
  withEdit,
  withoutEdit,
  withoutFilled,
} from './edits';
import { FilledFields } from './filled-fields';
import type { MatrixView } from './matrix-rows';
import { type Conflict, conflictsOf, keepingMine, rebased } from './merge';
import { MATRIX } from './matrix.texts';

/** What one of the targets of a view becomes. */
export interface MatrixCell {
  readonly viewId: string;
  readonly id: string;
  readonly text: string;
}

/** Why the targets of a view were not saved. */
interface MatrixRefusal {
  readonly view: string;
  readonly problem: ShownProblem;
}

/**
 * The targets of all views while they are edited side by side. Unsaved edits are those of the view's own page as well:
 * whatever is left here is found there, and the other way round.
 */
@Injectable()
export class MatrixForm {
  private readonly http = inject(HttpClient);
  private readonly formats = inject(Formats);
  private readonly toasts = inject(Toasts);
  private readonly filled = inject(FilledFields);
  private readonly known = inject(Views);
  private readonly numbers = inject(DataChanges);
  private readonly userId = inject(Session).user()?.id ?? '';

  private readonly answers = signal<ReadonlyMap<string, Targets> | null>(null);
  private readonly typed = signal<Readonly<Record<string, Edits>>>({});
  /** Why the targets could not be loaded. */
  readonly problem = signal<ShownProblem | null>(null);
  readonly refusals = signal<readonly MatrixRefusal[]>([]);
  readonly isSaving = signal(false);

  /** Views in their usual order, masters last: their sums stand beside what is added up. Null while they are loading. */
  readonly views = computed((): readonly MatrixView[] | null => {
    const answers = this.answers();
    if (answers === null) return null;
    const all = this.known.all();
    return [
      ...all.filter(({ is_master }) => !is_master),
      ...all.filter(({ is_master }) => is_master),
    ].flatMap((view) => {
      const targets = answers.get(view.id);
      return targets ? [{ view, targets, edits: this.typed()[view.id] ?? {} }] : [];
    });
  });
  readonly changed = computed(() =>
    (this.views() ?? []).filter(({ targets, edits }) => changesOf(edits, targets.raw).length > 0),
  );
  readonly count = computed(() =>
    (this.views() ?? []).reduce((count, { edits }) => count + Object.keys(edits).length, 0),
  );
  readonly faults = computed(() =>
    (this.views() ?? []).reduce((count, { edits }) => count + faultyEdits(edits).length, 0),
  );

  /** Targets that somebody else has changed since they were typed into. */
  readonly conflicts = computed(() =>
    (this.views() ?? []).reduce(
      (count, { targets, edits }) => count + conflictsOf(edits, targets.raw).length,
      0,
    ),
  );

  async load(): Promise<void> {
    const ids = this.known.all().map(({ id }) => id);
    try {
      const found = await Promise.all(ids.map((id) => this.read(id)));
      this.problem.set(null);
      const first = this.answers() === null;
      this.answers.set(new Map(found.map((targets, at) => [ids[at] ?? '', targets])));
      for (const [at, id] of ids.entries()) {
        const edits = first ? (rememberedDraft(this.userId, id)?.edits ?? {}) : (this.typed()[id] ?? {});
        this.rebase(id, edits, found[at]?.raw ?? {});
      }
    } catch (error) {
      // Ignore a failed look while there is something to show.
      if (this.answers() === null) this.problem.set(problemOf(error));
    }
  }

  type(viewId: string, id: string, text: string): void {
    this.filled.typed();
    this.edit(viewId, id, text);
  }

  /** Keeps what is typed here, in spite of what somebody else has set meanwhile. */
  keepMine(viewId: string, conflict: Conflict): void {
    this.keep(viewId, keepingMine(this.typed()[viewId] ?? {}, conflict));
  }

  takeTheirs(viewId: string, id: string): void {
    this.keep(viewId, withoutEdit(this.typed()[viewId] ?? {}, id));
  }

  /** The same target for every view that is not the sum of others. */
  typeInAll(id: string, text: string): void {
    const views = (this.views() ?? []).filter(({ view }) => !view.is_master);
    this.fill(views.map(({ view }) => ({ viewId: view.id, id, text })));
  }

  /**
   * Several fields at once; that can be taken back.
   *
   * @param leftOut how many values found no field
   */
  fill(cells: readonly MatrixCell[], leftOut = 0): void {
    const before = this.typed();
    for (const { viewId, id, text } of cells) this.edit(viewId, id, text);
    const after = this.typed();
    this.filled.say(cells.length, leftOut, () => {
      for (const viewId of new Set(cells.map((cell) => cell.viewId))) {
        const ids = cells.filter((cell) => cell.viewId === viewId).map(({ id }) => id);
        const [now = {}, then = {}, filled = {}] = [this.typed(), before, after].map((of) => of[viewId]);
        this.keep(viewId, withoutFilled(now, then, filled, ids));
      }
    });
  }

  discard(): void {
    this.filled.forget();
    this.refusals.set([]);
    for (const { view } of this.views() ?? []) this.keep(view.id, {});
  }

  /** Saves view by view: what one of them refuses stays unsaved, and says why. */
  async save(): Promise<void> {
    if (this.isSaving() || this.faults() > 0 || this.conflicts() > 0) return;
    this.filled.forget();
    this.isSaving.set(true);
    this.refusals.set([]);
    const count = this.changed().reduce((sum, { edits }) => sum + Object.keys(edits).length, 0);
    const saved: string[] = [];
    const made: { viewId: string; revision: number }[] = [];
    for (const { view, targets, edits } of this.changed()) {
      try {
        const now = await this.put(view.id, targets, edits);
        saved.push(view.id);
        // What did not differ from what is stored made no revision: it would be somebody else's that is taken back.
        if (now.revision > targets.revision) made.push({ viewId: view.id, revision: now.revision });
      } catch (error) {
        await this.refuse(view.id, view.name, error);
      }
    }
    await this.refreshMasters(saved);
    this.isSaving.set(false);
    if (saved.length === 0) return;
    this.numbers.show(); // on the page that is open by now
    const words =
      this.refusals().length + this.conflicts() === 0
        ? this.wordsOf(count, saved.length)
        : MATRIX.partly(this.formats.count(saved.length), saved.length === 1);
    this.toasts.changed(words, made.length === 0 ? null : () => this.takeBack(made));
  }

  private async put(viewId: string, { raw, revision }: Targets, edits: Edits): Promise<Targets> {
    const body = { targets: asBody(changesOf(edits, raw)) };
    const headers = { 'If-Match': `"${revision}"` };
    const now = await firstValueFrom(this.http.put<Targets>(targetsUrl(viewId), body, { headers }));
    this.receive(viewId, now);
    return now;
  }

  /** What masters add up has changed with their views: each is asked once. */
  private async refreshMasters(saved: readonly string[]): Promise<void> {
    const masters = (this.views() ?? []).filter(
      ({ view }) => view.is_master && view.aggregates_from.some((id) => saved.includes(id)),
    );
    for (const { view } of masters) {
      const now = await this.read(view.id).catch(() => null);
      if (now) this.receive(view.id, now);
    }
  }

  private async refuse(viewId: string, view: string, error: unknown): Promise<void> {
    const isChanged = error instanceof HttpErrorResponse && error.status === 412;
    const now = isChanged ? await this.read(viewId).catch(() => null) : null;
    if (now) this.receive(viewId, now);
    // What somebody else has set meanwhile is chosen from, target by target.
    if (now && this.conflictsIn(viewId).length > 0) return;
    this.refusals.update((all) => [...all, { view, problem: problemOf(error) }]);
  }

  private conflictsIn(viewId: string): Conflict[] {
    return conflictsOf(this.typed()[viewId] ?? {}, this.answers()?.get(viewId)?.raw ?? {});
  }

  private async takeBack(saved: readonly { viewId: string; revision: number }[]): Promise<void> {
    for (const { viewId, revision } of saved) {
      const url = restoreUrl(viewId, revision - 1);
      const headers = { 'If-Match': `"${revision}"` };
      this.receive(viewId, await firstValueFrom(this.http.post<Targets>(url, {}, { headers })));
    }
    this.numbers.show();
    await this.load();
  }

  private read(viewId: string): Promise<Targets> {
    return firstValueFrom(this.http.get<Targets>(targetsUrl(viewId)));
  }

  private receive(viewId: string, targets: Targets): void {
    this.answers.update((answers) => new Map(answers ?? []).set(viewId, targets));
    this.rebase(viewId, this.typed()[viewId] ?? {}, targets.raw);
  }

  private rebase(viewId: string, edits: Edits, stored: Targets['raw']): void {
    const left = rebased(edits, stored);
    if (!sameEdits(left, edits) || isOwnDraft(this.userId, viewId, left)) this.keep(viewId, left);
    else this.typed.update((typed) => ({ ...typed, [viewId]: left }));
  }

  private edit(viewId: string, id: string, text: string): void {
    const stored = this.answers()?.get(viewId)?.raw ?? {};
    this.keep(viewId, withEdit(this.typed()[viewId] ?? {}, stored, id, text));
  }

  private keep(viewId: string, edits: Edits): void {
    this.typed.update((typed) => ({ ...typed, [viewId]: edits }));
    const revision = this.answers()?.get(viewId)?.revision ?? 0;
    rememberDraft(this.userId, viewId, { revision, edits });
  }

  private wordsOf(targets: number, views: number): string {
    const { count } = this.formats;
    return MATRIX.saved(
      MATRIX.targets(count.call(this.formats, targets), targets === 1),
      MATRIX.views(count.call(this.formats, views), views === 1),
    );
  }
}
