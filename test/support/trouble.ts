import { eventually } from './eventually.js';
import type { Side } from './pair.js';
import {
  type Action,
  cutAfter,
  cutAndDelay,
  cutBefore,
  delayCommand,
  delayReply,
  type WireCommand,
} from './wire-proxy.js';

/** The processes, and how many commands the one that trouble comes to sends before. */
interface Scene {
  victim: Side;
  other: Side;
  after: number;
}

/** Trouble that is on its way. */
export interface Strike {
  /** True when the process was killed. */
  isDeadly(): boolean;
  /** What stood still goes on, and what was late arrives. */
  end(): void;
}

type Prepare = (scene: Scene, gate: Promise<unknown>) => void;

/** What goes wrong with one of two processes while an import is under way. */
const TROUBLES = {
  'nothing happens': () => undefined,
  'it stands still until others are through': (scene) =>
    strike(scene, ({ app }) => app.process.kill('SIGSTOP')),
  'it stands still for a moment': (scene) => strike(scene, (victim) => standStill(victim, scene)),
  'it is killed': (scene) => strike(scene, kill),
  'its connections end': (scene) => strike(scene, ({ proxy }) => proxy.cutAll()),
  'an answer is lost': (scene) => meet(scene, cutAfter()),
  'a command is lost': (scene) => meet(scene, cutBefore()),
  'a command comes late': (scene, gate) => meet(scene, cutAndDelay(gate), mayBeLate),
  'an answer is slow': (scene) => meet(scene, delayReply(aWhile(scene))),
  'its rename comes late': (scene) => scene.victim.proxy.once(isRename, cutAndDelay(aWhile(scene))),
  'its rename comes last': ({ victim }, gate) => victim.proxy.once(isRename, cutAndDelay(gate)),
  'its rename is slow': (scene) => scene.victim.proxy.once(isRename, delayCommand(aWhile(scene))),
} satisfies Record<string, Prepare>;

export type Trouble = keyof typeof TROUBLES;
export const ALL_TROUBLES = Object.keys(TROUBLES) as Trouble[];

/** Prepares a trouble: it comes when its moment has come, or not at all. */
export function prepare(trouble: Trouble, scene: Scene): Strike {
  const { victim } = scene;
  const gate = Promise.withResolvers<undefined>();
  const happen: Prepare = TROUBLES[trouble];
  happen(scene, gate.promise);
  return {
    isDeadly: () => killed.has(victim),
    end() {
      victim.proxy.restore();
      victim.app.process.kill('SIGCONT');
      gate.resolve(undefined);
    },
  };
}

const isRename = ({ name }: WireCommand): boolean => name === 'renameCollection';
const isHeartbeat = ({ name }: WireCommand): boolean => name === 'hello' || name === 'isMaster';
/** A late insert makes its collection anew: nothing tells that one from a collection of somebody else. */
const mayBeLate = ({ name, target }: WireCommand): boolean =>
  name !== 'insert' || !String(target).includes('__staging_');

function meet({ victim, after }: Scene, action: Action, which = (_: WireCommand) => true): void {
  let count = 0;
  victim.proxy.once((command) => !isHeartbeat(command) && (count += 1) > after && which(command), action);
}

function strike(scene: Scene, happen: (victim: Side) => unknown): void {
  meet(scene, async ({ forward, send }) => {
    happen(scene.victim);
    send(await forward());
  });
}

/** Sides that were killed: that a process is gone its parent learns only later. */
const killed = new WeakSet<Side>();

function kill(victim: Side): void {
  killed.add(victim);
  victim.app.process.kill('SIGKILL');
}

function standStill({ app }: Side, scene: Scene): void {
  app.process.kill('SIGSTOP');
  void aWhile(scene).then(() => app.process.kill('SIGCONT'));
}

/** Until the other process has sent so many commands. */
function aWhile({ other, after }: Scene): Promise<void> {
  const before = other.proxy.commands().length;
  return eventually(() => {
    if (other.proxy.commands().length < before + after) throw new Error('The other process is silent.');
  });
}
