import { TestBed } from '@angular/core/testing';
import { textOf } from '../../testing/at';
import type { Paper } from './paper';
import { PaperSheet } from './paper-sheet';

async function drawn(paper: Paper): Promise<HTMLElement> {
  const fixture = TestBed.createComponent(PaperSheet);
  fixture.componentRef.setInput('paper', paper);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}

const rowsIn = (part: string, element: HTMLElement) =>
  [...element.querySelectorAll(`${part} tr`)].map((row) => [...row.children].map(textOf));

describe('a paper', () => {
  it('keeps in the head of each table what is repeated on its next pages', async () => {
    const element = await drawn({
      title: 'Closing projections',
      lines: ['Board of Ada', 'Organic'],
      tables: [
        {
          heading: 'Delayed',
          aside: '1 deal',
          columns: [
            { label: 'Client', kind: 'long' },
            { label: 'Value', kind: 'number' },
          ],
          rows: [[[{ text: 'Halden' }, { text: '(new)', isStrong: true }], '$120,000']],
          totals: ['Total', '$120,000'],
        },
      ],
    });
    expect([...element.querySelectorAll('h2, p')].map(textOf)).toEqual([
      'Closing projections',
      'Board of Ada',
      'Organic',
    ]);
    expect(rowsIn('thead', element)).toEqual([['Delayed 1 deal'], ['Client', 'Value']]);
    expect(rowsIn('tbody', element)).toEqual([
      ['Halden (new)', '$120,000'],
      ['Total', '$120,000'],
    ]);
    expect([...element.querySelectorAll('.strong')].map(textOf)).toEqual(['(new)']);
    expect([...element.querySelectorAll('.number')].map(textOf)).toEqual(['Value', '$120,000', '$120,000']);
    expect([...element.querySelectorAll('.long')].map(textOf)).toEqual(['Client', 'Halden (new)', 'Total']);
  });

  it('says that a table has no row, without headings above nothing', async () => {
    const columns = [{ label: 'Client' }, { label: 'Value' }];
    const table = { heading: 'Delayed', aside: '', columns, rows: [], empty: 'No deals here.' };
    const element = await drawn({ title: 'Board', lines: [], tables: [table] });
    expect(rowsIn('thead', element)).toEqual([['Delayed']]);
    expect(rowsIn('tbody', element)).toEqual([['No deals here.']]);
  });
});
