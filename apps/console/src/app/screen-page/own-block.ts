import { Component, computed, input } from '@angular/core';
import type { Screen, ScreenAnswer } from '@app/contracts';
import { AeCards } from '../own-blocks/ae-cards';
import { ClosingBoard } from '../own-blocks/closing-board';
import { ClosingFigures } from '../own-blocks/closing-figures';
import { NextDaysCard } from '../own-blocks/next-days-card';
import { OwnerProjections } from '../own-blocks/owner-projections';
import { PersonCard } from '../own-blocks/person-card';
import { RelevanceCard } from '../own-blocks/relevance-card';
import { WeightsInForce } from '../own-blocks/weights-in-force';
import { tableOf, weightsOf } from './parts-of-answer';

/** A block that only one screen has, by its name in the entry. */
@Component({
  selector: 'app-own-block',
  imports: [
    AeCards,
    ClosingBoard,
    ClosingFigures,
    NextDaysCard,
    OwnerProjections,
    PersonCard,
    RelevanceCard,
    WeightsInForce,
  ],
  template: `
    @switch (name()) {
      @case ('relevance') {
        <app-relevance-card [screen]="data()" />
      }
      @case ('ae-cards') {
        <app-ae-cards [table]="tableOf(data(), 'owners')" />
      }
      @case ('weights') {
        <app-weights-in-force [rows]="weights()" />
      }
      @case ('person') {
        <app-person-card />
      }
      @case ('closing-figures') {
        <app-closing-figures [screen]="projections()" />
      }
      @case ('next-days') {
        <app-next-days-card [screen]="projections()" />
      }
      @case ('owner-projections') {
        <app-owner-projections />
      }
      @case ('closing-board') {
        <app-closing-board [screen]="projections()" />
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      min-width: 0;
    }
  `,
})
export class OwnBlock {
  protected readonly tableOf = tableOf;

  readonly name = input.required<string>();
  readonly data = input.required<Screen>();

  protected readonly weights = computed(() => weightsOf(this.data()));
  /** Only Projections has these. */
  protected readonly projections = computed(() => this.data() as ScreenAnswer<'projections'>);
}
