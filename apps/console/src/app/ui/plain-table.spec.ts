import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { textOf } from '../testing/at';
import { PlainTable, type PlainColumn } from './plain-table';

const COLUMNS: readonly PlainColumn[] = [
  { label: 'Person' },
  { label: 'Sessions', kind: 'r wide' },
  { label: 'Edit', isUnseen: true },
];

@Component({
  imports: [PlainTable],
  template: `
    <table app-plain-table caption="Users" [columns]="columns">
      <tbody>
        <tr>
          <td>Ada</td>
        </tr>
      </tbody>
    </table>
  `,
})
class Page {
  protected readonly columns = COLUMNS;
}

it('a plain table has caption and head above the body that it is given', async () => {
  const fixture = TestBed.createComponent(Page);
  await fixture.whenStable();
  const table = (fixture.nativeElement as HTMLElement).querySelector('table.table');
  expect([...(table?.children ?? [])].map(textOf)).toEqual(['Users', 'Person Sessions Edit', 'Ada']);
  const heads = [...(table?.querySelectorAll('th[scope=col]') ?? [])];
  expect(heads.map(({ className }) => className)).toEqual(['', 'r wide', '']);
  expect(heads.map((head) => textOf(head.querySelector('.unseen')))).toEqual(['', '', 'Edit']);
});
