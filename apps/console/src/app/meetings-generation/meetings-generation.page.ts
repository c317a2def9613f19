import { Component, computed } from '@angular/core';
import type { MeetingsGenerationScreen } from '@app/contracts';
import { Board } from '../board/board';
import type { RecordField } from '../records/record-columns';
import { MetricRecords } from '../screen/metric-records';
import { RELEVANCE_FILTER, SOURCE_FILTER, STAGE_FILTER, peopleFilter } from '../screen/record-filters';
import { ScreenFrame } from '../screen/screen-frame';
import { screenOf } from '../screen/screen-of';
import { MonthChart } from '../ui/charts/month-chart';
import { ShareBars } from '../ui/charts/share-bars';
import { MetricTable } from '../ui/metric-table/metric-table';
import { NumberBand } from '../ui/numbers/number-band';
import { NUMBERS } from './band-numbers';
import { RelevanceCard } from './relevance-card';
import { SERIES } from './series';
import { GENERATION } from './texts';

/** First of the funnel: how many meetings there are, where they come from, who brings them and what they are worth. */
@Component({
  selector: 'app-meetings-generation',
  imports: [Board, MetricRecords, MetricTable, MonthChart, NumberBand, RelevanceCard, ScreenFrame, ShareBars],
  templateUrl: './meetings-generation.page.html',
  styleUrl: './meetings-generation.page.css',
})
export class MeetingsGenerationPage {
  protected readonly screen = screenOf<MeetingsGenerationScreen>('meetings-generation');
  protected readonly texts = GENERATION;
  protected readonly series = SERIES;
  protected readonly numbers = NUMBERS;
  protected readonly skeleton = [
    { height: 96, widths: [1] },
    { height: 320, widths: [2, 1, 1] },
    { height: 480, widths: [1, 1, 1, 1] },
    { height: 320, widths: [1] },
  ];

  protected readonly columns: readonly RecordField[] = [
    'discovery_date',
    'bdr',
    'source_group',
    'relevance',
    'owner',
    'stage',
    'expected_arr',
  ];
  protected readonly filters = computed(() => {
    const bdrs = this.screen.shown()?.bdrs;
    return bdrs ? [peopleFilter('bdr', bdrs), SOURCE_FILTER, RELEVANCE_FILTER, STAGE_FILTER] : [];
  });
}
