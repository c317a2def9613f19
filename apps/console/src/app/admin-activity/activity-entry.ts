import { Component, computed, inject, input, signal } from '@angular/core';
import { Icon } from '../ui/icon/icon';
import { type AuditEntry, auditSentence } from '@app/contracts';
import { Formats } from '../ui/base/formats';
import { changeLines } from './change-lines';
import { ACTIVITY } from './texts';

/** Lines that are shown of a long difference. */
const SHOWN = 4;

/** One entry: a sentence, where it came from, and what it changed. */
@Component({
  selector: 'app-activity-entry',
  imports: [Icon],
  template: `
    <time class="num" [attr.datetime]="entry().at" [title]="formats.at(entry().at)">{{
      formats.timeOf(entry().at)
    }}</time>
    <div class="told">
      <p>
        @for (part of sentence(); track $index) {
          @if (part.name) {
            <b>{{ part.text }}</b>
          } @else {
            <span>{{ part.text }}</span>
          }
        }
        @if (texts.outcome[entry().outcome]; as outcome) {
          <span
            class="status"
            [class.bad]="entry().outcome === 'failed'"
            [class.warn]="entry().outcome === 'refused'"
            >{{ outcome }}</span
          >
        }
      </p>
      @if (lines().length > 0) {
        <ul>
          @for (line of shown(); track line.field) {
            <li>
              <span class="quiet">{{ line.label }}</span>
              @if (line.before !== null) {
                <span class="was">{{ line.before }}</span>
                <svg appIcon="arrow-right" aria-label="becomes" role="img"></svg>
              }
              <span class="is">{{ line.after }}</span>
              @if (line.isCut) {
                <span class="status calm">{{ texts.cut }}</span>
              }
            </li>
          }
        </ul>
        @if (lines().length > limit) {
          <button
            type="button"
            class="link"
            [attr.aria-expanded]="isWhole()"
            (click)="isWhole.set(!isWhole())"
          >
            {{ isWhole() ? texts.showLess : texts.showAll(formats.count(lines().length)) }}
          </button>
        }
        @if (entry().more_changes > 0) {
          <p class="quiet">{{ texts.moreChanges(formats.count(entry().more_changes)) }}</p>
        }
      }
    </div>
    @if (entry().address; as address) {
      <span class="from quiet" [title]="requestOf()">{{ texts.via(address) }}</span>
    }
  `,
  styleUrl: './activity-entry.css',
})
export class ActivityEntry {
  protected readonly formats = inject(Formats);
  protected readonly texts = ACTIVITY;
  protected readonly limit = SHOWN;

  readonly entry = input.required<AuditEntry>();
  protected readonly isWhole = signal(false);

  protected readonly sentence = computed(() => auditSentence(this.entry()));
  protected readonly lines = computed(() => changeLines(this.formats, this.entry()));
  protected readonly shown = computed(() => (this.isWhole() ? this.lines() : this.lines().slice(0, SHOWN)));

  protected requestOf(): string {
    const { request_id: id } = this.entry();
    return id === null ? '' : ACTIVITY.request(id);
  }
}
