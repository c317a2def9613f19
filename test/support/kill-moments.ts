import type { Side } from './pair.js';
import type { Rule, WireCommand } from './wire-proxy.js';

/** When a process is killed: at a command after the first one of its work, which arrives or does not. */
export interface KillMoment<Way extends string> {
  way: Way;
  place: number;
  isCarriedOut: boolean;
}

/** Shares no divisor with the number of moments, so that a few are spread over all of them. */
const STRIDE = 37;

/**
 * So many moments of all there are.
 *
 * @param ways in which the work is done
 * @param commands about as many as are sent from its first to its end
 */
export function killMoments<Way extends string>(
  ways: readonly Way[],
  commands: number,
  count: number,
): KillMoment<Way>[] {
  const every = Array.from({ length: commands }, (_, place) =>
    [false, true].flatMap((isCarriedOut) => ways.map((way) => ({ way, place, isCarriedOut }))),
  ).flat();
  return Array.from({ length: count }, (_, at) => every[(at * STRIDE) % every.length]!);
}

/** Kills a process at its moment. @param isFirst whether a command is the one that the work begins with */
export function killAt(
  { app, proxy }: Side,
  { place, isCarriedOut }: KillMoment<string>,
  isFirst: (command: WireCommand) => boolean,
): Rule {
  let sent = -1;
  return proxy.once(
    (command) => {
      if (isHeartbeat(command) || (sent < 0 && !isFirst(command))) return false;
      sent += 1;
      return sent === place;
    },
    async ({ forward }) => {
      if (isCarriedOut) await forward();
      app.process.kill('SIGKILL');
    },
  );
}

const isHeartbeat = ({ name }: WireCommand): boolean => name === 'hello' || name === 'isMaster';
