import type { StoredView } from '../views/stored-view.js';
import type { RunDocument } from './runs/run-document.js';
import { SettlementService } from './settlement.service.js';

const VIEW = { id: 'organic', collection: 'organic' } as StoredView;
const run = (id: string): RunDocument => ({ id, view_id: VIEW.id, status: 'running' }) as RunDocument;

/** A view with runs under way, and the lease of its data as it is when it is asked for. */
class Scene {
  readonly underWay = [run('theirs')];
  readonly settled: string[] = [];
  announced: string | null = null;
  confirm = (): boolean => true;

  readonly service = new (SettlementService as unknown as new (...parts: unknown[]) => SettlementService)(
    { confirm: () => Promise.resolve(this.confirm()) },
    { unfinished: () => Promise.resolve([...this.underWay]) },
    { ofView: () => Promise.resolve({ publishing: this.announced && { run_id: this.announced } }) },
  );

  constructor() {
    this.service.settleRun = (_view, id) => {
      this.settled.push(id);
      return Promise.resolve();
    };
  }
}

it('ends the runs of a view that have lost its lease', async () => {
  const scene = new Scene();
  scene.underWay.push(run('mine'));
  scene.announced = 'withdrawn';
  expect(await scene.service.settleOthers(VIEW, 'mine')).toBe(true);
  expect(scene.settled).toEqual(['theirs', 'withdrawn']);
});

it('ends each once, whatever of it is found', async () => {
  const scene = new Scene();
  scene.announced = 'theirs';
  await scene.service.settleOthers(VIEW);
  expect(scene.settled).toEqual(['theirs']);
});

it('ends no run of the process that has the lease by now', async () => {
  const scene = new Scene();
  scene.confirm = () => false;
  expect(await scene.service.settleOthers(VIEW, 'mine')).toBe(false);
  expect(scene.settled).toEqual([]);
});

it('ends no run that began while it stood still, though the lease is free again', async () => {
  const scene = new Scene();
  scene.confirm = () => {
    scene.underWay.push(run('later'));
    return true;
  };
  await scene.service.settleOthers(VIEW, 'mine');
  expect(scene.settled).toEqual(['theirs']);
});
