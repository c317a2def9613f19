import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import type { ImportColumnPage } from '@app/contracts';
import { exportAddress } from '../../ui/export/export-question';
import { EXPORT } from '../../ui/export/texts';
import { Formats } from '../../ui/base/formats';
import { latestOf } from '../../ui/base/latest';
import { ProblemNotice } from '../../ui/problem-notice';
import { COLUMNS_URL, TEMPLATE_URL } from '../run/api';
import { UPLOAD } from './texts';

/** The columns that a sheet may have, and a sheet to start from. */
@Component({
  selector: 'app-expected-columns',
  imports: [ProblemNotice],
  template: `
    <p class="doors">
      <button type="button" class="link" [attr.aria-expanded]="isOpen()" (click)="isOpen.set(!isOpen())">
        {{ texts.toggle }}
      </button>
      <span class="files">
        <span class="quiet">{{ texts.template }}</span>
        @for (file of files; track file.label) {
          <a class="link" download [href]="file.address"
            ><span class="unseen">{{ texts.template }}&ngsp;</span>{{ file.label }}</a
          >
        }
      </span>
    </p>
    @if (isOpen()) {
      @if (columns.problem(); as problem) {
        <app-problem-notice [problem]="problem" (retry)="columns.reload()" />
      } @else if (columns.data()) {
        <div class="scroll-x list" tabindex="0" role="region" [attr.aria-label]="texts.toggle">
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{{ texts.column }}</th>
                <th scope="col">{{ texts.what }}</th>
                <th scope="col">{{ texts.example }}</th>
              </tr>
            </thead>
            <tbody>
              @for (column of rows(); track column.label) {
                <tr>
                  <td>
                    <b>{{ column.label }}</b>
                    @if (column.is_required) {
                      <span class="tag">{{ texts.required }}</span>
                    }
                    @if (column.others) {
                      <p class="quiet">{{ texts.or }} {{ column.others }}</p>
                    }
                  </td>
                  <td class="wrap">
                    {{ column.description }}
                    @if (column.values.length > 0) {
                      <p class="quiet">{{ column.values.join(' · ') }}</p>
                    }
                  </td>
                  <td>{{ column.example }}</td>
                </tr>
              }
            </tbody>
          </table>
        </div>
      } @else {
        <div class="bone" role="status">
          <span class="unseen">{{ texts.loading }}</span>
        </div>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s-2);
      margin-top: var(--s-3);
    }
    .doors,
    .files {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0 var(--s-3);
    }
    .doors button {
      margin-right: auto;
    }
    b {
      font-weight: 600;
    }
    .tag {
      margin-left: 6px;
    }
    td {
      vertical-align: top;
    }
    td:first-child,
    td:last-child {
      white-space: normal;
      overflow-wrap: break-word;
    }
    .wrap {
      min-width: 200px;
    }
    .list {
      max-height: 360px;
      overflow-y: auto;
      border: 1px solid var(--hairline);
      border-radius: var(--r-1);
    }
    @media print {
      .list {
        max-height: none;
        overflow: visible;
      }
    }
    .bone {
      height: 96px;
    }
    @media (max-width: 900px), (pointer: coarse) {
      .doors .link {
        min-height: 44px;
      }
    }
  `,
})
export class ExpectedColumns {
  private readonly formats = inject(Formats);
  protected readonly texts = UPLOAD.columns;
  protected readonly isOpen = signal(false);
  protected readonly files = (['csv', 'xlsx'] as const).map((format) => ({
    label: EXPORT.formats[format],
    address: exportAddress({ url: TEMPLATE_URL, params: {} }, format),
  }));

  private readonly answer = httpResource<ImportColumnPage>(() => (this.isOpen() ? COLUMNS_URL : undefined));
  protected readonly columns = latestOf(this.answer, () => null);
  protected readonly rows = computed(() =>
    (this.columns.data()?.items ?? []).map((column) => ({
      ...column,
      others: this.formats.list(column.also_called),
    })),
  );
}
