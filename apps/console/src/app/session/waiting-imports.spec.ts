import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { view } from '../testing/answers';
import { openPage } from '../testing/at';
import { runEvent, streamsOfEvents } from '../testing/event-source';
import { WaitingImports } from './waiting-imports';

@Component({ template: '' })
class Page {
  readonly imports = inject(WaitingImports);
}

const signal = view({ id: 'signal', name: 'Signal' });
const market = view({ id: 'market', name: 'Market', can: ['read'] });
const master = view({ id: 'master', is_master: true, aggregates_from: ['organic', 'signal', 'market'] });

afterEach(() => {
  vi.unstubAllGlobals();
});

async function listening() {
  const [streams, page] = [
    streamsOfEvents(),
    await openPage(Page, '/v/organic/dashboard', { views: [view(), signal, market, master] }),
  ];
  const stream = streams[0];
  if (!stream) throw new Error('Nobody listens.');
  stream.onopen?.();
  await page.settle();
  const imports = TestBed.inject(WaitingImports);
  const held = () => imports.held().map(({ run, view: of }) => `${run.id} of ${of.name}`);
  const counts = () => [view(), signal, market, master].map((of) => imports.countOf(of));
  return { stream, held, counts };
}

describe('the imports that wait', () => {
  it('are those of views that the reader may decide for, and of a master those of its views', async () => {
    const { stream, held, counts } = await listening();
    stream.says('run', runEvent({ id: '1' }));
    stream.says('run', runEvent({ id: '2', status: 'preview' }));
    stream.says('run', runEvent({ id: '3', view_id: 'signal' }));
    stream.says('run', runEvent({ id: '4', view_id: 'market' }));
    stream.says('run', runEvent({ id: '5', status: 'running' }));
    expect(counts()).toEqual([2, 1, 0, 3]);
    expect(held()).toEqual(['1 of Organic', '3 of Signal']);
    stream.says('run', runEvent({ id: '1', status: 'discarded' }));
    expect([counts(), held()]).toEqual([[1, 1, 0, 2], ['3 of Signal']]);
  });

  it('are forgotten when the stream comes back, which then tells of those that still wait', async () => {
    const { stream, counts } = await listening();
    stream.says('run', runEvent({ id: '1' }));
    stream.onerror?.();
    expect(counts()).toEqual([1, 0, 0, 1]);
    stream.onopen?.();
    expect(counts()).toEqual([0, 0, 0, 0]);
  });
});
