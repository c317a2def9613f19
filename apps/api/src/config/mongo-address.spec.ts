import { mongo } from 'mongoose';
import { REQUEST_OPTIONS, WORK_OPTIONS } from '../database/client-options.js';
import { readConfig } from './read-config.js';

const read = (MONGO_URL: string, more: Record<string, string> = {}) => readConfig({ MONGO_URL, ...more });

describe('the connection string', () => {
  it.each([
    ['mongodb://host', 'sales_analytics'],
    ['mongodb://host/', 'sales_analytics'],
    ['mongodb://host/?tls=true', 'sales_analytics'],
    ['mongodb://host/north', 'north'],
    ['mongodb://user:p%40ss@host:27017,other/north?authSource=admin', 'north'],
    ['mongodb+srv://cluster.example.com/north%20sea', null],
    ['mongodb+srv://cluster.example.com/north', 'north'],
    ['mongodb://user:secret@host/admin', 'sales_analytics'],
  ])('%s keeps the data in %s', (url, expected) => {
    if (expected === null) expect(() => read(url)).toThrow(/names a database/);
    else expect(read(url).dbName).toBe(expected);
  });

  it('gives way to DB_NAME, which may not name a database of the server itself', () => {
    expect(read('mongodb://host/north', { DB_NAME: 'south' }).dbName).toBe('south');
    expect(() => read('mongodb://host', { DB_NAME: 'admin' })).toThrow(/^DB_NAME is "admin"/);
  });

  it.each([
    ['mongodb://', /must begin/],
    ['http://host', /must begin/],
    ['mongodb://host:port', /no connection string/],
    ['mongodb://user:sw?ordfish@host', /percent-encoded/],
    ['mongodb://user:sw/ordfish@host', /percent-encoded/],
    ['mongodb://user:sw?ordfish=1@host/', /percent-encoded/],
    ['mongodb://host/?swallow=true', /option swallow is not known/],
    ['mongodb://user:swordfish@host/north?retryWrite=true', /option retryWrite is not known/],
    ['mongodb://host/?maxPoolSize=swordfish', /option maxPoolSize has a value that cannot be used/],
    ['mongodb://host/?maxPoolSize=1&maxPoolSize=2', /option maxPoolSize has a value/],
    ['mongodb://one,two/?directConnection=true', /option directConnection/],
    ['mongodb://host/?w=0', /w=0 is not possible/],
    ['mongodb://user:swordfish@host/north?retryWrites=true&w=0', /w=0 is not possible/],
    ['mongodb://host/?compressors=zstd', /zstd, which is not installed/],
  ])('%s is refused by name', (url, message) => {
    let refusal = '';
    try {
      read(url);
    } catch (error) {
      refusal = (error as Error).message;
    }
    expect(refusal).toMatch(/^MONGO_URL is "\(hidden\)": /);
    expect(refusal).toMatch(message);
    expect(refusal).not.toMatch(/ordfish/);
  });

  it.each([
    'readPreference=secondary',
    'readPreference=nearest&readPreferenceTags=dc:east&maxStalenessSeconds=120',
    'w=1&journal=false',
    'w=2&wtimeoutMS=0',
    'j=false',
    'socketTimeoutMS=0&connectTimeoutMS=0&serverSelectionTimeoutMS=99999&heartbeatFrequencyMS=99999',
    'waitQueueTimeoutMS=0&timeoutMS=99999&retryReads=false',
  ])('does not decide where reads go, when a write counts or how long anything may take: %s', (options) => {
    const { mongoUrl } = read(`mongodb://host/north?${options}`);
    const plain = read('mongodb://host/north').mongoUrl;
    expect(mongoUrl).toBe(plain);
  });

  it('keeps every other option', () => {
    const url = 'mongodb://host/north?authSource=admin&w=1&replicaSet=rs0&retryWrites=false';
    expect(read(url).mongoUrl).toBe('mongodb://host/north?authSource=admin&replicaSet=rs0&retryWrites=false');
  });

  it.each([
    ['requests', REQUEST_OPTIONS],
    ['work in the background', WORK_OPTIONS],
  ])('reads from the primary and writes to a majority’s journal, for %s', (_, given) => {
    const { options } = new mongo.MongoClient('mongodb://host', { ...given });
    expect(options.readPreference.mode).toBe('primary');
    expect(options.writeConcern).toMatchObject({ w: 'majority', j: true });
    expect(options.writeConcern.wtimeoutMS).toBeGreaterThan(0);
  });

  it('waits some seconds at most', () => {
    const { connectTimeoutMS, heartbeatFrequencyMS, serverSelectionTimeoutMS } = REQUEST_OPTIONS;
    expect(connectTimeoutMS + heartbeatFrequencyMS + serverSelectionTimeoutMS).toBeLessThanOrEqual(8_000);
    expect(REQUEST_OPTIONS.socketTimeoutMS).toBeLessThanOrEqual(5_000);
  });
});
