import { CONFIG_VARIABLES } from './config-variables.js';
import { readConfig } from './read-config.js';

describe('readConfig', () => {
  it('needs no variable: embedded database, loopback, Paris, dollars', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      mongoUrl: null,
      dbName: 'sales_analytics',
      port: 3000,
      host: '127.0.0.1',
      timeZone: 'Europe/Paris',
      currency: 'USD',
      dateOrder: 'day_first',
      uploadLimitBytes: 67_108_864,
      uploadSpaceBytes: 1_073_741_824,
      ingestMemoryMib: 2048,
      asherPovEmail: 'asher@primelis.com',
      seed: 'sample',
      hasLocalSignIn: true,
      isHttps: false,
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('reads a blank variable as one that is not set', () => {
    expect(readConfig({ PORT: ' ', MONGO_URL: '' })).toMatchObject({ port: 3000, mongoUrl: null });
  });

  it.each([
    ['PORT', '80 80'],
    ['PORT', '70000'],
    ['UPLOAD_LIMIT_MIB', '0'],
    ['APP_TIME_ZONE', 'Paris'],
    ['APP_CURRENCY', 'dollars'],
    ['INGEST_DATE_ORDER', 'iso'],
    ['PUBLIC_URL', 'sales.example.com'],
    ['PUBLIC_URL', 'https://example.com/sales'],
    ['ASHER_POV_EMAIL', 'asher'],
    ['BOOTSTRAP_SUPER_ADMIN', 'root'],
    ['SEED', 'all'],
    ['AUTH_DEMO', 'yes'],
    ['LOG_LEVEL', 'loud'],
    ['DB_NAME', 'a/b'],
    ['NODE_ENV', 'prod'],
    ['NODE_ENV', 'Production'],
    ['NODE_ENV', 'staging'],
  ])('refuses %s=%s and says what is accepted', (variable, value) => {
    expect(() => readConfig({ [variable]: value })).toThrow(new RegExp(`^${variable} is .*: .+`));
  });

  it('never repeats the password of a connection string', () => {
    expect(() => readConfig({ MONGO_URL: 'postgres://root:secret@database' })).toThrow(
      /^MONGO_URL is "\(hidden\)"/,
    );
  });

  it.each([
    ['the embedded database', {}, true],
    ['a MongoDB', { MONGO_URL: 'mongodb://database' }, false],
    ['a MongoDB with AUTH_LOCAL', { MONGO_URL: 'mongodb://database', AUTH_LOCAL: '1' }, true],
    ['production', { NODE_ENV: 'production' }, false],
    ['development', { NODE_ENV: 'development' }, true],
    ['a public address', { PUBLIC_URL: 'https://sales.example.com' }, false],
    ['a public address and AUTH_LOCAL', { PUBLIC_URL: 'https://sales.example.com', AUTH_LOCAL: '1' }, false],
    ['an address in the network', { PUBLIC_URL: 'http://192.168.1.5:3000' }, false],
    ['a loopback address', { PUBLIC_URL: 'https://localhost:8443' }, true],
  ])('local sign-in with %s', (_, environment, expected) => {
    expect(readConfig(environment).hasLocalSignIn).toBe(expected);
  });

  it('refuses AUTH_LOCAL in production', () => {
    expect(() => readConfig({ NODE_ENV: 'production', AUTH_LOCAL: '1' })).toThrow('AUTH_LOCAL');
  });

  it('compares addresses in lower case', () => {
    const config = readConfig({ ASHER_POV_EMAIL: 'Asher@Example.com' });
    expect(config.asherPovEmail).toBe('asher@example.com');
  });

  it('describes each variable once', () => {
    const names = CONFIG_VARIABLES.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
