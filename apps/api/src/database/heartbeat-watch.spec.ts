import { EventEmitter } from 'node:events';
import { jest } from '@jest/globals';
import { watchHeartbeats } from './heartbeat-watch.js';

const A = { connectionId: 'a:27017' };
const B = { connectionId: 'b:27017' };

describe('watching heartbeats', () => {
  const client = Object.assign(new EventEmitter(), { options: { connectTimeoutMS: 1_000 } });
  const silence = jest.fn();
  let end: () => void;

  beforeEach(() => {
    jest.useFakeTimers();
    silence.mockClear();
    end = watchHeartbeats(client, silence);
  });
  afterEach(() => {
    end();
    jest.useRealTimers();
  });

  it('tells of one that never ends, once', () => {
    client.emit('serverHeartbeatStarted', A);
    jest.advanceTimersByTime(7_000);
    jest.advanceTimersByTime(10_000);
    expect(silence).toHaveBeenCalledTimes(1);
  });

  it.each(['serverHeartbeatSucceeded', 'serverHeartbeatFailed'])('is content with %s', (name) => {
    client.emit('serverHeartbeatStarted', A);
    client.emit(name, A);
    jest.advanceTimersByTime(10_000);
    expect(silence).not.toHaveBeenCalled();
  });

  it('looks at each server for itself', () => {
    client.emit('serverHeartbeatStarted', A);
    client.emit('serverHeartbeatStarted', B);
    client.emit('serverHeartbeatSucceeded', B);
    jest.advanceTimersByTime(7_000);
    expect(silence).toHaveBeenCalledTimes(1);
  });

  describe('of a server that serves all the same', () => {
    const unknown = { address: A.connectionId, newDescription: { type: 'Unknown' } };

    beforeEach(() => {
      client.emit('serverHeartbeatStarted', A);
      client.emit('serverHeartbeatSucceeded', A);
      client.emit('serverHeartbeatStarted', A);
      jest.advanceTimersByTime(10_000);
    });

    it('leaves alone what is under way', () => {
      expect(silence).not.toHaveBeenCalled();
    });

    it('tells as soon as it counts as away', () => {
      client.emit('serverDescriptionChanged', unknown);
      expect(silence).toHaveBeenCalledTimes(1);
    });

    it('has nothing to tell once the heartbeat has ended', () => {
      client.emit('serverHeartbeatFailed', A);
      client.emit('serverDescriptionChanged', unknown);
      expect(silence).not.toHaveBeenCalled();
    });
  });

  it('waits for nothing of a client that was closed', () => {
    client.emit('serverHeartbeatStarted', A);
    client.emit('topologyClosed', {});
    jest.advanceTimersByTime(10_000);
    expect(silence).not.toHaveBeenCalled();
  });

  it('ends', () => {
    client.emit('serverHeartbeatStarted', A);
    end();
    jest.advanceTimersByTime(10_000);
    expect(silence).not.toHaveBeenCalled();
    expect(client.listenerCount('serverHeartbeatStarted')).toBe(0);
  });
});
