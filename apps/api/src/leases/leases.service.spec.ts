import { jest } from '@jest/globals';
import type { LeasesRepository } from './leases.repository.js';
import { LeasesService } from './leases.service.js';

/** Leases that are stored as soon as the gate of their name opens; without a gate at once. */
class Stored {
  readonly names = new Set<string>();
  readonly gates = new Map<string, Promise<undefined>>();

  async take(name: string): Promise<boolean> {
    await this.gates.get(name);
    this.names.add(name);
    return true;
  }

  async release(name: string): Promise<void> {
    await this.gates.get(name);
    this.names.delete(name);
  }

  releaseAll(): Promise<void> {
    this.names.clear();
    return Promise.resolve();
  }
}

async function started(): Promise<{ stored: Stored; leases: LeasesService }> {
  const stored = new Stored();
  const leases = new LeasesService(stored as Partial<LeasesRepository> as LeasesRepository);
  await leases.start();
  return { stored, leases };
}

it('gives all back when it stops', async () => {
  const { stored, leases } = await started();
  expect(await leases.take('schedule')).toBe(true);
  expect([...stored.names]).toEqual([`process:${leases.owner}`, 'schedule']);
  await leases.onApplicationShutdown();
  expect([...stored.names]).toEqual([]);
});

it('gives one back that was being taken when it stopped, and does not hand it out', async () => {
  const { stored, leases } = await started();
  const gate = Promise.withResolvers<undefined>();
  stored.gates.set('schedule', gate.promise);
  const taking = leases.take('schedule');
  const stopping = leases.onApplicationShutdown();
  gate.resolve(undefined);
  await stopping;
  expect([...stored.names]).toEqual([]);
  expect(await taking).toBe(false);
});

it('takes none any more once it has stopped', async () => {
  const { stored, leases } = await started();
  await leases.onApplicationShutdown();
  expect(await leases.take('schedule')).toBe(false);
  expect([...stored.names]).toEqual([]);
});

it('does not ask for one to be given back that went when it stopped', async () => {
  const { stored, leases } = await started();
  await leases.take('schedule');
  await leases.onApplicationShutdown();
  const released = jest.spyOn(stored, 'release');
  await leases.release('schedule');
  expect(released).not.toHaveBeenCalled();
});
