import type { ExecutionContext } from '@nestjs/common';
import { perHandler } from './per-handler.js';

const OPEN = { rule: 'public' };
const CLOSED = { rule: 'manage_users' };

const contextOf = (controller: object, handler: object): ExecutionContext =>
  ({ getClass: () => controller, getHandler: () => handler }) as ExecutionContext;

describe('perHandler', () => {
  it('reads a handler once', () => {
    let reads = 0;
    const read = perHandler(() => ({ reads: (reads += 1) }));
    const context = contextOf(OPEN, () => undefined);
    expect([read(context), read(context)]).toEqual([{ reads: 1 }, { reads: 1 }]);
  });

  it('never takes the rule of one controller for that of another with the same handler', () => {
    const read = perHandler((context) => context.getClass());
    const inherited = (): void => undefined;
    expect([read(contextOf(OPEN, inherited)), read(contextOf(CLOSED, inherited))]).toEqual([OPEN, CLOSED]);
  });
});
