import type { Document } from 'mongodb';
import type { WireCommand } from './wire-message.js';

/** A command that met a rule of the proxy, and what can be done with it. */
export interface Exchange {
  readonly command: WireCommand;
  /** Hands the command to the server; resolves with its answer, whoever gets it. */
  forward(): Promise<Buffer>;
  /** Sends an answer of the server's to the client. */
  send(answer: Buffer): void;
  /** Answers in the server's place. */
  answer(document: Document): void;
  /** Ends the connection of the client. */
  cut(): void;
}

/** What happens to a command that meets a rule. */
export type Action = (exchange: Exchange) => Promise<void> | void;

/** An error as a server answers it. */
export interface Refusal {
  code: number;
  codeName?: string;
  message?: string;
  /** Such as `RetryableWriteError`. */
  labels?: readonly string[];
}

/** The connection ends and the server never hears of the command. */
export const cutBefore =
  (): Action =>
  ({ cut }) => {
    cut();
  };

/** The connection ends as soon as the server has the command, which it then carries out. */
export const cutOnceSent = (): Action => (exchange) => {
  void exchange.forward();
  exchange.cut();
};

/** The server carries the command out; the connection ends instead of the answer. */
export const cutAfter = (): Action => async (exchange) => {
  await exchange.forward();
  exchange.cut();
};

/** The command reaches the server when `until` resolves, whether or not the client is still there. */
export const delayCommand =
  (until: Promise<unknown>): Action =>
  async (exchange) => {
    await until;
    exchange.send(await exchange.forward());
  };

/** The connection ends at once; the server gets the command when `until` resolves, as from a slow network. */
export const cutAndDelay =
  (until: Promise<unknown>): Action =>
  async (exchange) => {
    exchange.cut();
    await until;
    await exchange.forward();
  };

/** The server carries the command out at once; its answer arrives when `until` resolves. */
export const delayReply =
  (until: Promise<unknown>): Action =>
  async (exchange) => {
    const answer = await exchange.forward();
    await until;
    exchange.send(answer);
  };

/** The command is answered with an error and never reaches the server. */
export const refuse =
  ({ code, codeName = 'Refused', message = 'refused by the test', labels = [] }: Refusal): Action =>
  ({ answer }) => {
    const errorLabels = labels.length > 0 ? { errorLabels: [...labels] } : {};
    answer({ ok: 0, errmsg: message, code, codeName, ...errorLabels });
  };

/** The server never hears of the command, the client never of anything. */
export const swallowCommand = (): Action => () => undefined;

/** The server carries the command out; nobody answers. */
export const swallowReply = (): Action => async (exchange) => {
  await exchange.forward();
};
