import { Component, inject, signal } from '@angular/core';
import { DataChanges } from '../session/data-changes';
import { view } from '../testing/answers';
import { openPage, textOf } from '../testing/at';
import { Freshness } from './freshness';

const isNewer = signal(false);
const shown = signal(view());

@Component({
  imports: [Freshness],
  providers: [{ provide: DataChanges, useValue: { isNewer } }],
  template: '<app-freshness [view]="shown()" />',
})
class Host {
  protected readonly shown = shown;
  protected readonly changes = inject(DataChanges);
}

const withDeals = (records_count: number, id = 'organic') =>
  view({ id, data: { ...view().data, sample: false, records_count } });

it('is that of the numbers below it, until the reader asks for newer ones', async () => {
  shown.set(withDeals(302));
  const page = await openPage(Host, '/v/organic/dashboard');
  expect(textOf(page.element)).toContain('302 deals');
  isNewer.set(true);
  shown.set(withDeals(153));
  await page.settle();
  expect(textOf(page.element)).toContain('302 deals');
  isNewer.set(false);
  await page.settle();
  expect(textOf(page.element)).toContain('153 deals');
});

it('is that of another view as soon as that one is open', async () => {
  shown.set(withDeals(302));
  const page = await openPage(Host, '/v/organic/dashboard');
  isNewer.set(true);
  shown.set(withDeals(7, 'signal'));
  await page.settle();
  expect(textOf(page.element)).toContain('7 deals');
  isNewer.set(false);
});
