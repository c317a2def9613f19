import { httpResource } from '@angular/common/http';
import { Component, computed, debounced, inject, input } from '@angular/core';
import type { WeightRow, WeightsEffect } from '@app/contracts';
import { asQuestion } from '../session/sign-in-again';
import { Formats } from '../ui/base/formats';
import { latestOf } from '../ui/base/latest';
import { ProblemNotice } from '../ui/problem-notice';
import { TEXTS } from '../ui/base/texts';
import { SETTINGS } from './texts';
import { EFFECT_URL } from './api';

/** Debounces requests while somebody types. */
const PAUSE = 400;

/** The effect of an unsaved weight table on the open pipe, by view. */
@Component({
  selector: 'app-weights-effect',
  imports: [ProblemNotice],
  templateUrl: './weights-effect.html',
  styleUrl: './weights-effect.css',
})
export class WeightsEffectPanel {
  protected readonly formats = inject(Formats);
  protected readonly texts = SETTINGS.effect;
  /** Null while the table is unchanged or invalid. */
  readonly table = input.required<WeightRow[] | null>();
  readonly isFaulty = input(false);

  private readonly settled = debounced(this.table, PAUSE);
  private readonly answer = httpResource<WeightsEffect>(() => {
    const value = this.settled.hasValue() ? this.settled.value() : null;
    return value === null
      ? undefined
      : { url: EFFECT_URL, method: 'POST', body: { value }, context: asQuestion() };
  });
  protected readonly effect = latestOf(this.answer, () => 'weights');
  protected readonly isWaiting = computed(
    () => this.table() !== null && (this.answer.isLoading() || this.settled.isLoading()),
  );
  protected readonly without = computed(() => {
    const { without_row_deals: deals, without_row_pipe: pipe } = this.effect.data() ?? {};
    if (deals === undefined || pipe === undefined) return '';
    return deals === 0
      ? SETTINGS.effect.noneWithout
      : SETTINGS.effect.without(
          TEXTS.deals(this.formats.count(deals), deals === 1),
          this.formats.money(pipe),
        );
  });
}
