import { httpResource } from '@angular/common/http';
import { Service, computed, inject, linkedSignal } from '@angular/core';
import type { IngestionRun } from '@app/contracts';
import { Address } from '../session/address';
import { DataChanges } from '../session/data-changes';
import { LiveEvents } from '../session/live-events';
import { latestOf } from '../ui/base/latest';
import { Upload } from './upload/upload';
import { runUrl } from './run/api';
import { isUnderWay, isWaiting } from './run/runs';
import { ViewRuns } from './run/view-runs';

/**
 * The run of the view that is open. The address names it, so that a reload keeps it open and a link shows the same; an
 * address that names none opens what the reader has just brought in, or else the newest run if that is held.
 */
@Service({ autoProvided: false })
export class OpenRun {
  private readonly address = inject(Address);
  private readonly changes = inject(DataChanges);
  private readonly live = inject(LiveEvents);
  private readonly upload = inject(Upload);
  private readonly runs = inject(ViewRuns);

  /** The run that was just brought in, once it has ended. */
  readonly own = computed(() => {
    const own = this.upload.run();
    return own?.view_id === this.address.viewId() && !isUnderWay(own) ? own : null;
  });
  /** The run that is not to open by itself any more. */
  private readonly closedId = linkedSignal<string | null, string | null>({
    source: this.address.viewId,
    computation: () => null,
  });
  private readonly newestHeld = computed(() => {
    const newest = this.runs.all()[0];
    return newest?.status === 'held' ? newest.id : null;
  });
  /** The held run that opened by itself. Once somebody else has decided it stays open and says so. */
  private readonly heldId = linkedSignal<{ view: string | null; held: string | null }, string | null>({
    source: () => ({ view: this.address.viewId(), held: this.newestHeld() }),
    computation: ({ view, held }, before) => held ?? (before?.source.view === view ? before.value : null),
  });
  private readonly byItself = computed(() => {
    const isUploading = this.upload.run()?.view_id === this.address.viewId();
    const held = isUploading ? null : this.heldId();
    const id = this.own()?.id ?? held;
    return id === this.closedId() ? null : id;
  });
  readonly id = computed(() => this.address.parameter('run') ?? this.byItself());

  /** Whether somebody else has decided about what was just brought in. */
  private readonly isDecided = computed(() => {
    const own = this.own();
    if (!own || !isWaiting(own)) return false;
    const state = this.live.stateOf(own.id);
    return state === 'published' || state === 'discarded';
  });
  /** The run to load: the history knows it without the lists of its report, and may not reach back to it. */
  private readonly toLoad = computed(() => {
    const id = this.id();
    return id !== this.upload.run()?.id || this.isDecided() ? id : null;
  });
  private readonly told = computed(() => this.live.stateOf(this.toLoad()));
  private readonly answer = httpResource<IngestionRun>(() => {
    this.changes.version(); // somebody may have decided about it
    this.told();
    const [view, id] = [this.address.viewId(), this.toLoad()];
    return view === null || id === null ? undefined : runUrl({ view_id: view, id });
  });
  private readonly loaded = latestOf(this.answer, this.toLoad);

  /** The run itself; null while none is open, and while it is loaded. */
  readonly run = computed(() => {
    if (this.id() === null) return null;
    const own = this.id() === this.own()?.id ? this.own() : null;
    return this.loaded.data() ?? own;
  });
  readonly problem = this.loaded.problem;
  /** Whether the address names a run that the view does not have, such as a link that was cut. */
  readonly isMissing = computed(() => this.problem()?.status === 404);

  open(id: string): void {
    this.address.change({ run: id });
  }

  close(): void {
    this.closedId.set(this.id());
    this.address.replace({ run: null });
  }

  /** Nothing is open any more but what opens by itself. */
  clear(): void {
    this.closedId.set(null);
    this.heldId.set(this.newestHeld());
    if (this.address.parameter('run') !== null) this.address.replace({ run: null });
  }

  /** Names what was just brought in in the address. */
  openOwn(): void {
    const own = this.own();
    // An import goes on while people leave the page.
    if (own && this.address.page() === 'data') this.address.replace({ run: own.id });
  }

  reload(): void {
    this.loaded.reload();
  }
}
