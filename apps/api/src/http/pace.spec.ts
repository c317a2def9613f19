import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { jest } from '@jest/globals';
import { Connection } from './connection.js';
import { keepPace, PACE } from './pace.js';

const HOUR = 3_600_000;

/** A connection whose clock and bytes the test moves. */
function watched() {
  const socket = {
    bytesRead: 0,
    bytesWritten: 0,
    writableLength: 0,
    writableEnded: false,
    destroy: jest.fn(),
  };
  const request = { headers: {}, complete: false, unpipe: jest.fn(), resume: jest.fn() };
  const response = { writableFinished: false, destroyed: false, headersSent: false };
  const connection = new Connection(socket as unknown as Socket);
  connection.begin(request as unknown as IncomingMessage, response as unknown as ServerResponse);
  const refuse = jest.fn();
  let now = 0;
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => now);
  const look = (after = 0): void => {
    now += after;
    keepPace(connection, PACE, refuse);
  };
  look();
  return { socket, request, response, refuse, look, clock };
}

afterEach(() => jest.restoreAllMocks());

describe('a body', () => {
  it('takes as many windows as it needs while each brings enough', () => {
    const { socket, refuse, look } = watched();
    for (let window = 0; window < 500; window += 1) {
      socket.bytesRead += PACE.bytes;
      look(PACE.windowMs);
    }
    expect(refuse).not.toHaveBeenCalled();
    socket.bytesRead += PACE.bytes - 1;
    look(PACE.windowMs);
    expect(refuse).toHaveBeenCalledTimes(1);
  });

  it('is not helped by what it brought before', () => {
    const { socket, refuse, look } = watched();
    socket.bytesRead += 1000 * PACE.bytes;
    look(PACE.windowMs);
    look(PACE.windowMs);
    expect(refuse).toHaveBeenCalledTimes(1);
  });

  it('ends without a word when its answer has begun', () => {
    const { socket, response, refuse, look } = watched();
    response.headersSent = true;
    look(PACE.windowMs);
    expect(refuse).not.toHaveBeenCalled();
    expect(socket.destroy).toHaveBeenCalled();
  });

  it('that was refused is read on for a while', () => {
    const { socket, request, response, look } = watched();
    response.writableFinished = true;
    look(1);
    expect([request.unpipe, request.resume].map((call) => call.mock.calls.length)).toEqual([1, 1]);
    look(PACE.restMs - 1);
    expect(socket.destroy).not.toHaveBeenCalled();
    look(1);
    expect(socket.destroy).toHaveBeenCalled();
  });
});

describe('an answer', () => {
  it('may take a day to be made, and may say something now and then', () => {
    const { socket, request, look } = watched();
    request.complete = true;
    for (let hour = 0; hour < 24; hour += 1) {
      look(HOUR);
      socket.bytesWritten += 10;
    }
    expect(socket.destroy).not.toHaveBeenCalled();
  });

  it('may be taken slowly', () => {
    const { socket, request, look } = watched();
    request.complete = true;
    Object.assign(socket, { bytesWritten: 1_000, writableLength: 1_000 });
    for (let left = 999; left > 900; left -= 1) {
      socket.writableLength = left;
      look(PACE.answerMs);
    }
    expect(socket.destroy).not.toHaveBeenCalled();
  });

  it('ends when nobody takes it', () => {
    const { socket, request, look } = watched();
    request.complete = true;
    Object.assign(socket, { bytesWritten: 1_000, writableLength: 1_000 });
    look(1);
    look(PACE.answerMs - 1);
    expect(socket.destroy).not.toHaveBeenCalled();
    look(1);
    expect(socket.destroy).toHaveBeenCalled();
  });
});

it('ends a connection that we closed when the rest of its request is here', () => {
  const { socket, request, response, look } = watched();
  Object.assign(request, { complete: true });
  response.writableFinished = true;
  look(1);
  socket.writableEnded = true;
  look(1);
  expect(socket.destroy).toHaveBeenCalled();
});

it('leaves alone who waits for a next request: that has a time limit of its own', () => {
  const { socket, request, response, refuse, look } = watched();
  Object.assign(request, { complete: true });
  response.writableFinished = true;
  look(HOUR);
  look(HOUR);
  expect(socket.destroy).not.toHaveBeenCalled();
  expect(refuse).not.toHaveBeenCalled();
});
