import { EventEmitter } from 'node:events';
import type { ExecutionContext } from '@nestjs/common';
import { ExportTurns } from './export-turns.guard.js';

const turns = new ExportTurns();

/** Begins an export of a person; the function that it returns ends it, as the end of an answer does. */
function begin(person: string): () => void {
  const raw = new EventEmitter();
  const http = { getRequest: () => ({ asker: { id: person } }), getResponse: () => ({ raw }) };
  turns.canActivate({ switchToHttp: () => http } as unknown as ExecutionContext);
  return () => raw.emit('close');
}

describe('exports at once', () => {
  it('are at most two for a person, whatever others export', () => {
    const ends = [begin('jane'), begin('jane'), begin('john')];
    const refusal = { status: 429, extras: { headers: { 'retry-after': '5' } } };
    expect(() => begin('jane')).toThrow(expect.objectContaining(refusal) as Error);
    ends.push(begin('john'));
    expect(() => begin('john')).toThrow(/2 exports of yours are still on their way/);
    for (const end of ends) end();
  });

  it('are allowed again as soon as one has ended, even if its end is reported twice', () => {
    const [first, second] = [begin('jane'), begin('jane')];
    first();
    first();
    const third = begin('jane');
    expect(() => begin('jane')).toThrow(/wait for one/);
    second();
    third();
    const ends = [begin('jane'), begin('jane')];
    for (const end of ends) end();
  });
});
