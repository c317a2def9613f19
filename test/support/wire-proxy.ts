import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import type { Action } from './wire-actions.js';
import { WireLink } from './wire-link.js';
import type { WireCommand } from './wire-message.js';

export * from './wire-actions.js';
export type { WireCommand } from './wire-message.js';

/** Names a command, or says of each whether it is meant. */
type Which = string | ((command: WireCommand) => boolean);

/** A rule that is in force until it is used up or stopped. */
export interface Rule {
  /** Resolves with the first command that met it. */
  readonly met: Promise<WireCommand>;
  /** How many commands met it so far. */
  count(): number;
  stop(): void;
}

interface ActiveRule {
  matches(command: WireCommand): boolean;
  meet(command: WireCommand): void;
  action: Action;
}

/**
 * A network that breaks as told: stands before a server of MongoDB's protocol, reads the commands that pass, and cuts,
 * delays, refuses or swallows those that meet a rule. Everything else passes untouched.
 */
export class WireProxy {
  private readonly rules = new Set<ActiveRule>();
  private readonly links = new Set<WireLink>();
  private readonly seen: WireCommand[] = [];
  private isSwallowing = false;

  private constructor(
    private readonly server: Server,
    /** Connection string through the proxy. */
    readonly uri: string,
  ) {}

  /** Starts one before the server of a connection string, whose first host it stands before. */
  static async before(uri: string): Promise<WireProxy> {
    const { server, host, through } = await listening(uri);
    const proxy = new WireProxy(server, through);
    server.on('connection', (client) => proxy.open(client, host));
    return proxy;
  }

  /** The next command of that name, and only that one. */
  once(which: Which, action: Action): Rule {
    return this.times(1, which, action);
  }

  always(which: Which, action: Action): Rule {
    return this.times(Number.POSITIVE_INFINITY, which, action);
  }

  times(most: number, which: Which, action: Action): Rule {
    const met = Promise.withResolvers<WireCommand>();
    let count = 0;
    const rule: ActiveRule = {
      matches: typeof which === 'string' ? ({ name }) => name === which : which,
      meet: (command) => {
        count += 1;
        if (count >= most) this.rules.delete(rule);
        met.resolve(command);
      },
      action,
    };
    this.rules.add(rule);
    return { met: met.promise, count: () => count, stop: () => void this.rules.delete(rule) };
  }

  /** Commands that came so far, oldest first. */
  commands(name?: string): readonly WireCommand[] {
    return this.seen.filter((command) => name === undefined || command.name === name);
  }

  /** From now on nothing arrives anywhere and nobody is told: connections open, and stay silent. */
  swallowEverything(): void {
    this.isSwallowing = true;
    for (const link of this.links) link.fallSilent();
  }

  /** New connections work again, without any rule; those that fell silent stay so, as behind a firewall. */
  restore(): void {
    this.rules.clear();
    this.isSwallowing = false;
  }

  /** Ends every connection that is open; new ones are taken. */
  cutAll(): void {
    for (const link of this.links) link.end();
  }

  async stop(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.cutAll();
    await closed;
  }

  private open(client: Socket, host: { hostname: string; port: number }): void {
    const link = new WireLink(client, host, (command) => this.actionFor(command));
    if (this.isSwallowing) link.fallSilent();
    this.links.add(link);
    client.once('close', () => this.links.delete(link));
  }

  private actionFor(command: WireCommand): Action | null {
    this.seen.push(command);
    const rule = [...this.rules].find((each) => each.matches(command));
    rule?.meet(command);
    return rule?.action ?? null;
  }
}

/** A proxy's server with its address in place of the first host: only that host is used, whoever else the set has. */
async function listening(uri: string) {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const [, scheme = '', credentials = '', hosts = '', rest = ''] =
    /^(mongodb:\/\/)([^@/]*@)?([^/?]+)(.*)$/.exec(uri) ?? [];
  const { hostname, port: behind } = new URL(`http://${hosts.split(',')[0]}`);
  const options = rest.includes('?') ? `${rest}&` : `${rest.startsWith('/') ? rest : '/'}?`;
  return {
    server,
    host: { hostname, port: Number(behind || 27_017) },
    through: `${scheme}${credentials}127.0.0.1:${port}${options.replace(/directConnection=[^&]*&?/, '')}directConnection=true`,
  };
}
