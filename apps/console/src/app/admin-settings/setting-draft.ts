import { type Signal, computed, signal } from '@angular/core';
import type { SettingState } from '@app/contracts';

/**
 * A setting while it is edited: unsaved input is kept when somebody else saves.
 */
export class SettingDraft<Typed> {
  private readonly own = signal<Typed | null>(null);
  private readonly base = signal(0);

  constructor(
    private readonly state: Signal<SettingState>,
    private readonly saved: Signal<Typed>,
  ) {}

  /** The value in the form. */
  readonly shown = computed(() => this.own() ?? this.saved());
  readonly isDirty = computed(() => {
    const own = this.own();
    return own !== null && JSON.stringify(own) !== JSON.stringify(this.saved());
  });
  /** True when somebody else saved after the edit began. */
  readonly isOutdated = computed(() => this.isDirty() && this.base() !== this.state().revision);
  /** Revision that the edit is based on, for `If-Match`. */
  readonly revision = computed(() => (this.isDirty() ? this.base() : this.state().revision));

  type(value: Typed): void {
    if (!this.isDirty()) this.base.set(this.state().revision);
    this.own.set(value);
  }

  discard(): void {
    this.own.set(null);
  }

  /** Keeps the edit, based on the newer revision. */
  keepMine(): void {
    this.base.set(this.state().revision);
  }
}
