import { DISK_FULL, PASSING, PASSING_LABELS, REFUSING, UNREACHABLE } from './server-errors.js';

/** Why the database does not do what it was asked, though nothing was wrong with the question. */
export interface Trouble {
  /** `away`: it may be back in a moment. `refused`: whoever runs it must change something. */
  readonly kind: 'away' | 'refused';
  /** For whoever runs the product: no address, name, password or data of anybody. */
  readonly reason: string;
}

/** A piece of work that the database kept from being done, with the reason; its message may be told to anybody. */
export class DatabaseTroubleError extends Error {
  override readonly name = 'DatabaseTroubleError';

  constructor(
    what: string,
    readonly trouble: Trouble,
    cause: unknown,
  ) {
    super(`${what}: ${trouble.reason}`, { cause });
  }
}

/** Why something failed, in words that may be told to anybody; null when only the log may know. */
export function reasonOf(error: unknown): string | null {
  if (error instanceof DatabaseTroubleError) return error.message;
  return troubleOf(error)?.reason ?? null;
}

/** Whether a server had no room for what it was to write. */
export const isDiskFull = (error: unknown): boolean =>
  troubleOf(error)?.reason.endsWith(`(${DISK_FULL})`) ?? false;

/** Why something failed, for the log: what a server says about a command may hold data of somebody. */
export const loggedReason = (error: unknown): string =>
  reasonOf(error) ?? (error instanceof Error ? error.message : String(error));

/** An error as any copy of the driver, the server or the operating system makes it. */
interface Thrown {
  name?: unknown;
  message?: unknown;
  code?: unknown;
  cause?: unknown;
  syscall?: unknown;
  errorLabels?: unknown;
  reason?: unknown;
}

const DEPTH = 5;
/** mongoose has no class for a command before the first connection. */
const NOT_CONNECTED =
  /before initial connection is complete|Connection was force closed|Client must be connected/;

/**
 * What an error says about the database: null when it says nothing, because the command itself was wrong or the error
 * is of somebody else. What lies behind an error counts first: it knows more.
 */
export function troubleOf(error: unknown, depth = 0): Trouble | null {
  if (typeof error !== 'object' || error === null || depth === DEPTH) return null;
  if (error instanceof DatabaseTroubleError) return error.trouble;
  const thrown = error as Thrown;
  return behind(thrown, depth) ?? own(thrown);
}

/** Only the database's own errors are looked behind: another error tells of something else. */
function behind(thrown: Thrown, depth: number): Trouble | null {
  if (!isOfDriver(thrown)) return null;
  return troubleOf(thrown.cause, depth + 1) ?? troubleOf(serverOf(thrown.reason), depth + 1);
}

function own(thrown: Thrown): Trouble | null {
  const code = typeof thrown.code === 'number' ? thrown.code : Number.NaN;
  const refusing = REFUSING.get(code);
  if (refusing !== undefined) return { kind: 'refused', reason: `${refusing}${commandOf(thrown)} (${code})` };
  const passing = PASSING.get(code);
  if (passing !== undefined) return { kind: 'away', reason: `${passing} (${code})` };
  if (hasPassingLabel(thrown))
    return { kind: 'away', reason: `the server says itself that it may work in a moment` };
  return unreachable(thrown);
}

function unreachable(thrown: Thrown): Trouble | null {
  const { name, code, message } = thrown;
  const bySystem =
    typeof code === 'string' && !('path' in thrown) && isOfSystem(thrown) ? UNREACHABLE.get(code) : undefined;
  const reason = bySystem ?? (typeof name === 'string' ? UNREACHABLE.get(name) : undefined);
  if (reason !== undefined) return { kind: kindOf(name), reason: `${reason}${versionIn(thrown)}` };
  const isTooEarly = name === 'MongooseError' && NOT_CONNECTED.test(String(message));
  return isTooEarly ? { kind: 'away', reason: 'the server is not connected' } : null;
}

const kindOf = (name: unknown): Trouble['kind'] =>
  name === 'MongoCompatibilityError' || name === 'MongoMissingDependencyError' ? 'refused' : 'away';

const hasPassingLabel = ({ errorLabels }: Thrown): boolean =>
  Array.isArray(errorLabels) && PASSING_LABELS.some((label) => errorLabels.includes(label));

/** Of a socket, not of a file, and not of a client that hung up: Node's own error for that names no system call. */
const isOfSystem = ({ syscall, message }: Thrown): boolean => {
  const [first] = String(message).split(' ', 1);
  return /^(read|write|connect|getaddrinfo|query\w*)$/.test(
    typeof syscall === 'string' ? syscall : (first ?? ''),
  );
};

const isOfDriver = ({ name }: Thrown): boolean =>
  typeof name === 'string' && /^(Mongo|PoolCleared)/.test(name);

/** Which command on which collection: the rest of the server's message may hold data of people. */
function commandOf({ code, message }: Thrown): string {
  const [, command, target] = /to execute command \{ (\w+): (?:"([\w.-]+)")?/.exec(String(message)) ?? [];
  if (code !== 13 || command === undefined) return '';
  return target === undefined ? `: ${command}` : `: ${command} on ${target}`;
}

/** "reports wire version 6, but this version of the driver requires at least 8 (MongoDB 4.2)" */
function versionIn({ message }: Thrown): string {
  const [, needed] = /requires at least \d+ \((MongoDB [\d.]+)\)/.exec(String(message)) ?? [];
  return needed === undefined ? '' : `: it needs at least ${needed}`;
}

/** A selection error holds what is known of each server; the first one with an error says why none was selected. */
function serverOf(reason: unknown): unknown {
  const { servers } = (reason ?? {}) as { servers?: unknown };
  if (!(servers instanceof Map)) return null;
  return [...servers.values()].map((server: { error?: unknown } | null) => server?.error).find(Boolean);
}
