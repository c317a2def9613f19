import { Component, DOCUMENT, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { civil, dayOf, yearOf } from '@app/domain/period';
import { Address } from '../session/address';
import { Session } from '../session/session';
import { Formats } from '../ui/base/formats';
import { ProblemNotice } from '../ui/problem-notice';
import { AmountField } from './amount-field';
import { ColumnKeys } from './column-keys';
import { pastedGrid } from './entered';
import { FilledFields } from './filled-fields';
import { MatrixForm } from './matrix-form';
import { MatrixIssues } from './matrix-issues';
import { type MatrixKind, matrixSections, yearTotals } from './matrix-rows';
import { MATRIX } from './matrix.texts';
import { currencySign, fieldLabel, valueLabel } from './row-labels';
import { type TargetRow, tidied, written } from './rows';
import { SaveBarRoom } from './save-bar-room';
import { TARGETS } from './texts';

/** The targets of all views side by side, months or everything else, with one save. */
@Component({
  selector: 'app-target-matrix',
  imports: [AmountField, ColumnKeys, MatrixIssues, ProblemNotice, RouterLink, SaveBarRoom],
  providers: [MatrixForm, FilledFields],
  host: {
    '(window:focus)': 'look()',
    '(keydown.control.z)': 'filled.undoByKey($event)',
    '(keydown.meta.z)': 'filled.undoByKey($event)',
  },
  templateUrl: './matrix.page.html',
  styleUrls: ['../ui/page-head.css', './save-bar.css', './matrix.page.css'],
})
export class MatrixPage {
  private readonly document = inject(DOCUMENT);
  private readonly address = inject(Address);
  private readonly session = inject(Session);
  protected readonly formats = inject(Formats);
  protected readonly form = inject(MatrixForm);
  protected readonly filled = inject(FilledFields);
  protected readonly texts = MATRIX;
  protected readonly groups = TARGETS.groups;
  protected readonly sample = TARGETS.sample;
  protected readonly save = TARGETS.save;
  protected readonly kinds: readonly MatrixKind[] = ['months', 'metrics'];

  protected readonly kind = computed((): MatrixKind =>
    this.address.parameter('of') === 'metrics' ? 'metrics' : 'months',
  );
  private readonly thisYear = computed(() => civil(this.session.today()).year);
  protected readonly year = computed(() => {
    const named = this.address.parameter('year');
    return named && /^[1-9]\d{3}$/.test(named) ? named : String(this.thisYear());
  });
  /** Last, this and next year, and the one of the address. */
  protected readonly years = computed(() => {
    const around = [-1, 0, 1].map((more) => String(this.thisYear() + more));
    return [...new Set([...around, this.year()])].sort();
  });
  private readonly firstDay = computed(() => dayOf(Number(this.year()), 1, 1) ?? this.session.today());

  protected readonly sections = computed(() =>
    matrixSections(this.kind(), this.year(), this.form.views() ?? [], yearOf(this.firstDay())),
  );
  protected readonly hasSample = computed(() =>
    this.sections().some(({ rows }) => rows.some(({ cells }) => cells.some(({ isSample }) => isSample))),
  );
  protected readonly totals = computed(() => yearTotals(this.form.views() ?? [], this.firstDay()));
  /** Of what can be read: the rest is counted beside it. */
  protected readonly saveWords = computed(() => {
    const [targets, views] = [this.form.count() - this.form.faults(), this.form.changed().length];
    if (targets === 0) return MATRIX.saveNone;
    return MATRIX.save(
      MATRIX.targets(this.formats.count(targets), targets === 1),
      MATRIX.views(this.formats.count(views), views === 1),
    );
  });

  constructor() {
    void this.form.load();
  }

  /** Somebody else may have saved meanwhile. */
  protected look(): void {
    if (!this.document.hidden && !this.form.isSaving()) void this.form.load();
  }

  protected choose(parameters: { of?: MatrixKind; year?: string }): void {
    this.address.replace(parameters);
  }

  protected nameOf(id: string): string {
    return fieldLabel(this.formats, id);
  }

  /** How long the number of a target is for, where it is not a month. */
  protected perOf({ cells: [cell] }: { cells: readonly TargetRow[] }): string {
    return cell && cell.per !== 'month' ? TARGETS.per[cell.per] : '';
  }

  /** A target may be kept for a year in one view and for a month in another. */
  protected otherUnit({ cells: [first] }: { cells: readonly TargetRow[] }, { per }: TargetRow): string {
    return first && per !== first.per ? TARGETS.per[per] : '';
  }

  /** The value in force while the field is empty. */
  protected placeholderOf({ effective, field, isOwn }: TargetRow): string {
    if (isOwn || effective.value === null) return '';
    return field.unit === 'money'
      ? written(Math.round(effective.value))
      : this.formats.count(effective.value);
  }

  protected signOf({ field }: TargetRow): string | null {
    return field.unit === 'money' ? currencySign(this.formats) : null;
  }

  protected beforeOf({ before, field }: TargetRow): string {
    return MATRIX.was(valueLabel(this.formats, field.home, before));
  }

  protected valueOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  /** Once the field is left, or Enter is pressed, which below it may lead nowhere: the field itself keeps nothing. */
  protected fillRow(event: Event, id: string): void {
    const field = event.target as HTMLInputElement;
    if (field.value.trim() === '') return;
    this.form.typeInAll(id, tidied(field.value));
    field.value = '';
  }

  /** Cells copied into the column of every view fill it down: each becomes the target of its row in every view. */
  protected pasteInAll(event: ClipboardEvent, id: string): void {
    const texts = pastedGrid(event.clipboardData?.getData('text/plain') ?? '')?.flat();
    if (!texts) return;
    event.preventDefault();
    const ids = this.ids().slice(this.ids().indexOf(id));
    const views = (this.form.views() ?? []).filter(({ view }) => !view.is_master);
    const cells = ids
      .slice(0, texts.length)
      .flatMap((target, down) =>
        views.map(({ view }) => ({ viewId: view.id, id: target, text: tidied(texts[down] ?? '') })),
      );
    this.form.fill(cells, Math.max(0, texts.length - ids.length));
  }

  private ids(): string[] {
    return this.sections().flatMap(({ rows }) => rows.map((row) => row.id));
  }

  /** Copied cells fill the table from the one that they were pasted into, to the right and down. */
  protected paste(event: ClipboardEvent, id: string, column: number): void {
    const grid = pastedGrid(event.clipboardData?.getData('text/plain') ?? '');
    if (!grid) return;
    event.preventDefault();
    const ids = this.ids();
    const views = this.form.views() ?? [];
    const first = ids.indexOf(id);
    const cells = grid.flatMap((row, down) =>
      row.flatMap((cell, right) => {
        const [target, view] = [ids[first + down], views[column + right]];
        return target !== undefined && view ? [{ viewId: view.view.id, id: target, text: tidied(cell) }] : [];
      }),
    );
    this.form.fill(cells, grid.flat().length - cells.length);
  }
}
