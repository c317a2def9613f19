import { mongo } from 'mongoose';
import { loggedReason, troubleOf } from './trouble.js';

const serverError = (code: number, message = 'no', errorLabels: string[] = []) =>
  new mongo.MongoServerError({ code, errmsg: message, message, errorLabels });

const systemError = (code: string, syscall: string) =>
  Object.assign(new Error(`${syscall} ${code}`), { code, syscall });

describe('what an error says about the database', () => {
  it.each([10_107, 189, 11_602, 13_436, 13_435, 91, 11_600, 262, 50, 112, 64, 10_058, 43, 175])(
    'the server’s code %i: it is away',
    (code) => {
      expect(troubleOf(serverError(code))).toMatchObject({ kind: 'away' });
      expect(troubleOf(serverError(code))?.reason).toContain(`(${code})`);
    },
  );

  it.each([13, 18, 8000, 11, 100])('the server’s code %i: it refuses', (code) => {
    expect(troubleOf(serverError(code))).toMatchObject({ kind: 'refused' });
  });

  it.each(['RetryableWriteError', 'TransientTransactionError'])('the label %s: it is away', (label) => {
    expect(troubleOf(serverError(777, 'no', [label]))).toMatchObject({ kind: 'away' });
  });

  it.each([
    ['EPIPE', 'write'],
    ['ECONNRESET', 'read'],
    ['ETIMEDOUT', 'connect'],
    ['EHOSTUNREACH', 'connect'],
    ['ENOTFOUND', 'getaddrinfo'],
    ['ECONNREFUSED', 'connect'],
  ])('%s of a socket: it is away', (code, syscall) => {
    expect(troubleOf(systemError(code, syscall))).toMatchObject({ kind: 'away' });
    const wrapped = new mongo.MongoNetworkError('no', { cause: systemError(code, syscall) });
    expect(troubleOf(wrapped)).toEqual(troubleOf(systemError(code, syscall)));
  });

  it.each([
    [
      new mongo.MongoNetworkError('connection 1 to 10.0.0.1:27017 closed'),
      'the connection to the server broke',
    ],
    [new mongo.MongoNetworkTimeoutError('timed out'), 'the server does not answer in time'],
    [new mongo.MongoServerClosedError('closed'), 'the connection is closed'],
    [
      new mongo.MongoCompatibilityError(
        'Server at 10.0.0.1:27017 reports wire version 6, but this version of the driver requires at least 8 (MongoDB 4.2).',
      ),
      'the server is of a version that the driver does not speak with: it needs at least MongoDB 4.2',
    ],
  ])('the driver’s %s', (error, reason) => {
    expect(troubleOf(error)?.reason).toBe(reason);
  });

  it('looks for the reason behind a selection that failed', () => {
    const servers = new Map([['10.0.0.1:27017', { error: serverError(18, 'Authentication failed.') }]]);
    const error = new mongo.MongoServerSelectionError('timed out', { servers } as never);
    expect(troubleOf(error)).toEqual({
      kind: 'refused',
      reason: 'the server refuses user and password (18)',
    });
  });

  it('names the command that a user may not give, and nothing of its data', () => {
    const said =
      'not authorized on sales to execute command { find: "user_sessions", filter: { session_token: "swordfish" } }';
    expect(troubleOf(serverError(13, said))?.reason).toBe(
      'the database user lacks a right: find on user_sessions (13)',
    );
  });

  it.each([
    [serverError(11_000, 'E11000 duplicate key')],
    [serverError(9, 'failed to parse')],
    [new TypeError('undefined is not a function')],
    [Object.assign(new Error('aborted'), { code: 'ECONNRESET' })],
    [Object.assign(systemError('ENOENT', 'open'), { path: '/data/uploads/1' })],
    [new Error('wrapped', { cause: systemError('EPIPE', 'write') })],
    ['text'],
    [null],
  ])('%s says nothing about it', (error) => {
    expect(troubleOf(error)).toBeNull();
  });
});

describe('the reason that is logged', () => {
  it('is ours where the database is in trouble: what a server says may hold data of somebody', () => {
    expect(loggedReason(serverError(13, 'not authorized: swordfish'))).toMatch(/lacks a right.*\(13\)/);
    expect(loggedReason(serverError(189, 'swordfish'))).not.toContain('swordfish');
  });

  it('is what any other error says', () => {
    expect(loggedReason(new Error('The disk is full.'))).toBe('The disk is full.');
    expect(loggedReason('broken')).toBe('broken');
  });
});
