import { Component, computed, inject, input } from '@angular/core';
import type { DealChangeKind, IngestionRun, RunChange } from '@app/contracts';
import { FieldValue } from '../../records/field-value';
import { FieldWords } from '../../records/field-words';
import { listPages } from '../../session/list-pages';
import { Formats } from '../../ui/base/formats';
import { ExportMenu } from '../../ui/export/export-menu';
import { changesQuestion, fileOf } from '../run/api';
import { isNotPublished } from '../run/runs';
import { DealName } from './deal-name';
import { PagedList } from './paged-list';
import { REPORT } from './texts';

const PAGE = 50;

/** The deals that a run adds, changes or removes; of those it changes each field, before and after. */
@Component({
  selector: 'app-change-list',
  imports: [DealName, ExportMenu, FieldValue, PagedList],
  templateUrl: './change-list.html',
  styleUrl: './change-list.css',
})
export class ChangeList {
  protected readonly formats = inject(Formats);
  protected readonly words = inject(FieldWords);
  protected readonly texts = REPORT;

  readonly run = input.required<IngestionRun>();
  readonly kind = input.required<DealChangeKind>();

  private readonly question = computed(() => changesQuestion(this.run(), this.kind()));
  protected readonly file = computed(() => fileOf(this.question()));
  protected readonly pages = listPages<RunChange>(this.question, PAGE);

  /** A deal that was never in the data has no card to open; one that was removed has its story. */
  protected readonly isThere = computed(() => this.kind() !== 'added' || !isNotPublished(this.run()));
}
