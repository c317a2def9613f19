import { TestBed } from '@angular/core/testing';
import { row, table } from '../../testing/metric-tables';
import { Formats } from '../base/formats';
import { copyOfTable } from './copy-table';
import { htmlText, plainText } from './copy-text';
import type { Copyable } from './copyable';
import { subtitleOf } from './subtitle';

const COPYABLE: Copyable = {
  title: 'AE <performance>',
  subtitle: 'Organic · H2 2026',
  columns: [
    { label: 'AE', unit: null },
    { label: 'ARR', unit: 'money' },
  ],
  rows: [
    ['=Camille\t& Co', '-$5'],
    ['Zoé', '–'],
  ],
  totals: ['Total', '-$5'],
};

describe('a copy as text', () => {
  it('separates columns by tabs and escapes formulas, but not numbers', () => {
    expect(plainText(COPYABLE)).toBe(
      [
        'AE <performance>',
        'Organic · H2 2026',
        '',
        'AE\tARR',
        "'=Camille & Co\t-$5",
        'Zoé\t–',
        'Total\t-$5',
      ].join('\n'),
    );
  });

  it('is an HTML table with escaped text', () => {
    const body = new DOMParser().parseFromString(htmlText(COPYABLE), 'text/html').body;
    expect(body.querySelector('b')?.textContent).toBe('AE <performance>');
    expect(
      [...body.querySelectorAll('tr')].map((line) => [...line.children].map((cell) => cell.textContent)),
    ).toEqual([
      ['AE', 'ARR'],
      ['=Camille\t& Co', '-$5'],
      ['Zoé', '–'],
      ['Total', '-$5'],
    ]);
    expect([...body.querySelectorAll('td')].slice(0, 2).map((cell) => cell.getAttribute('align'))).toEqual([
      'left',
      'right',
    ]);
    expect(htmlText(COPYABLE)).not.toContain('style=');
  });
});

it('copies a table as shown', () => {
  const formats = TestBed.inject(Formats);
  const words = { title: 'AE performance', subtitle: '', heading: 'AE', totalLabel: 'Total' };
  const copied = copyOfTable(table({ rows: [row('Zoé', [4, 1200, 0.5, null])] }), words, formats);
  expect(copied.columns.map(({ label, unit }) => [label, unit])).toEqual([
    ['AE', null],
    ['POA generated', 'count'],
    ['ARR', 'money'],
    ['POA to close', 'ratio'],
    ['Goal', 'count'],
  ]);
  expect(copied.rows).toEqual([['Zoé', '4', '$1,200', '50%', '–']]);
  expect(copied.totals).toEqual(['Total', '24', '$491,700', '33%', '–']);
});

it('has view, period and as-of date below its title', () => {
  const answer = { period: { from: '2026-07-01', to: '2026-12-31', months: 6 }, as_of: '2026-11-22' };
  const subtitle = subtitleOf('Organic', answer, TestBed.inject(Formats));
  // Intl writes thin spaces around its dash.
  expect(subtitle.replace(/\s/g, ' ')).toBe('Organic · 1 Jul – 31 Dec 2026 · as of 22 Nov 2026');
});
