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

  it('reports one that never ends, once', () => {
    client.emit('serverHeartbeatStarted', A);
    jest.advanceTimersByTime(7_000);
    jest.advanceTimersByTime(10_000);
    expect(silence).toHaveBeenCalledTimes(1);
  });

  it.each(['serverHeartbeatSucceeded', 'serverHeartbeatFailed'])('counts %s as an end', (name) => {
    client.emit('serverHeartbeatStarted', A);
    client.emit(name, A);
    jest.advanceTimersByTime(10_000);
    expect(silence).not.toHaveBeenCalled();
  });

  it('watches each server separately', () => {
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

    it('does not interrupt what is under way', () => {
      expect(silence).not.toHaveBeenCalled();
    });

    it('reports it as soon as it counts as away', () => {
      client.emit('serverDescriptionChanged', unknown);
      expect(silence).toHaveBeenCalledTimes(1);
    });

    it('reports nothing once the heartbeat has ended', () => {
      client.emit('serverHeartbeatFailed', A);
      client.emit('serverDescriptionChanged', unknown);
      expect(silence).not.toHaveBeenCalled();
    });
  });

  it('reports nothing about a client that was closed', () => {
    client.emit('serverHeartbeatStarted', A);
    client.emit('topologyClosed', {});
    jest.advanceTimersByTime(10_000);
    expect(silence).not.toHaveBeenCalled();
  });

  it('reports nothing once it was ended', () => {
    client.emit('serverHeartbeatStarted', A);
    end();
    jest.advanceTimersByTime(10_000);
    expect(silence).not.toHaveBeenCalled();
    expect(client.listenerCount('serverHeartbeatStarted')).toBe(0);
  });
});
