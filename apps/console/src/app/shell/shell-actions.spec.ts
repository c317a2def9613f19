import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { me } from '../testing/answers';
import { openPage } from '../testing/at';
import { ShellActions } from './shell-actions';

@Component({ template: '' })
class Page {}

async function actions(who = me()) {
  await openPage(Page, '/v/organic/dashboard', { who });
  const all = TestBed.inject(ShellActions).all();
  return { ids: all.map(({ id }) => id), run: (id: string) => all.find((each) => each.id === id)?.run() };
}

describe('what the frame can do', () => {
  it('is what this person may do', async () => {
    expect((await actions()).ids).toContain('upload');
    TestBed.resetTestingModule();
    const { ids } = await actions(me({ role: 'viewer' }));
    expect(ids).toContain('print');
    expect(ids).not.toContain('remove-sample');
  });

  it('prints the page, once what asked for it is gone', async () => {
    const print = vi.spyOn(window, 'print').mockReturnValue();
    (await actions()).run('print');
    expect(print).not.toHaveBeenCalled();
    await vi.waitFor(() => expect(print).toHaveBeenCalledOnce());
  });
});
