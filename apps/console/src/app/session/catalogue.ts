import { httpResource } from '@angular/common/http';
import { Service, computed } from '@angular/core';
import type { MetricsCatalogue } from '@app/contracts';
import { latestOf } from '../ui/base/latest';
import { CATALOGUE } from './api';

/** The definitions of all numbers: read once, when somebody first wants them. */
@Service()
export class Catalogue {
  private readonly answer = httpResource<MetricsCatalogue>(() => CATALOGUE);
  readonly latest = latestOf(this.answer, () => null);
  readonly entries = computed(() => this.latest.data()?.metrics ?? []);
}
