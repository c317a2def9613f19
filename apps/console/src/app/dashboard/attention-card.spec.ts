import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { DataFinding } from '@app/contracts';
import { me } from '../testing/answers';
import { button, openPage, textOf } from '../testing/at';
import { AttentionCard } from './attention-card';

const shown = signal<DataFinding[]>([]);

@Component({ imports: [AttentionCard], template: '<app-attention-card [findings]="shown()" />' })
class Page {
  protected readonly shown = shown;
}

const finding = (change: Partial<DataFinding> = {}): DataFinding => ({
  code: 'closed_without_billing_start',
  title: 'Closed without billing start',
  why: 'Counted in no month until the date is in the sheet.',
  unit: 'deals',
  count: 3,
  value: 184_000,
  details: [],
  opens: 'records',
  ...change,
});
const TARGETS = finding({
  code: 'months_against_year',
  title: 'Months do not add up to the year',
  unit: 'targets',
  count: 1,
  value: null,
  details: ['revenue_2026'],
  opens: 'targets',
});

async function card(findings: DataFinding[], who = me()) {
  shown.set(findings);
  return openPage(Page, '/v/organic/dashboard?period=half:2026-H2', { who });
}

describe('the attention list', () => {
  it('shows finding, count, value and reason, and opens the records', async () => {
    const page = await card([finding()]);
    expect(textOf(page.element.querySelector('tbody'))).toBe(
      'Closed without billing start 3 deals $184,000 Counted in no month until the date is in the sheet. Show deals',
    );
    button(page.element, /^Show deals/).click();
    await page.settle();
    expect(TestBed.inject(Router).url).toContain('finding=closed_without_billing_start');
  });

  it('leads to the targets only with permission to change them', async () => {
    const page = await card([TARGETS]);
    expect(textOf(page.element.querySelector('tbody'))).toContain('1 target –');
    button(page.element, /^Targets/).click();
    await page.settle();
    expect(TestBed.inject(Router).url).toContain('/v/organic/targets');
    TestBed.resetTestingModule();
    expect((await card([TARGETS], me({ role: 'viewer' }))).element.querySelector('tbody button')).toBeNull();
  });

  it('shows the first five, and all of them when asked', async () => {
    const page = await card(['a', 'b', 'c', 'd', 'e', 'f'].map((code) => finding({ code })));
    expect(page.element.querySelectorAll('tbody tr')).toHaveLength(5);
    button(page.element, 'Show all 6').click();
    await page.settle();
    expect(page.element.querySelectorAll('tbody tr')).toHaveLength(6);
  });

  it('says when there are no findings', async () => {
    expect(textOf((await card([])).element)).toContain('Nothing in the data or the targets needs attention.');
  });

  it('is whole on paper, which cannot be unfolded', async () => {
    const page = await card(Array.from({ length: 7 }, (_, at) => finding({ code: `finding_${at}` })));
    const rows = () => page.element.querySelectorAll('tbody tr').length;
    expect(rows()).toBe(5);
    window.dispatchEvent(new Event('beforeprint'));
    expect(rows()).toBe(7);
    window.dispatchEvent(new Event('afterprint'));
    expect(rows()).toBe(5);
  });
});
