import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { openPage } from '../testing/at';
import { type ChosenColumns, chosenColumns, columnsIn } from './chosen-columns';

let list: ChosenColumns;
const address = () => decodeURIComponent(TestBed.inject(Router).url);

@Component({ template: '{{ list.columns() }}' })
class Page {
  protected readonly list = (list = chosenColumns(
    () => 'open',
    () => ['owner', 'stage'],
  ));
}

const opened = (parameters = '') =>
  openPage(Page, `/v/organic/deals-pipeline?period=half:2026-H2${parameters}`);

describe('the columns of a list', () => {
  it('are those of the page, until its reader chooses others, which stay for the next visit and are in the link', async () => {
    const page = await opened();
    expect([list.columns(), list.areOwn()]).toEqual([['owner', 'stage'], false]);
    list.choose(['owner', 'age']);
    await page.settle();
    expect([list.columns(), list.areOwn()]).toEqual([['owner', 'age'], true]);
    expect(address()).toContain('open_columns=owner,age');
    list.choose(null);
    await page.settle();
    expect([list.columns(), list.areOwn()]).toEqual([['owner', 'stage'], false]);
    expect(address()).not.toContain('open_columns');
  });

  it('are those of a link before those that were chosen here', async () => {
    localStorage.setItem('pipeline.columns.deals-pipeline.open', 'age');
    await opened('&open_columns=weight,product');
    expect(list.columns()).toEqual(['weight', 'product']);
  });

  it('are those that were chosen before', async () => {
    localStorage.setItem('pipeline.columns.deals-pipeline.open', 'age');
    await opened();
    expect(list.columns()).toEqual(['age']);
  });

  it('are only such as there are, each once', () => {
    expect(columnsIn('age,client,age,shoe_size,reason')).toEqual(['age', 'reason']);
    expect(columnsIn('shoe_size')).toBeNull();
    expect(columnsIn(null)).toBeNull();
  });
});
