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
    ['GOOGLE_CLIENT_ID', 'sales'],
    ['GOOGLE_CLIENT_SECRET', 'two words'],
    ['AUTH_ALLOWED_DOMAINS', 'example'],
    ['AUTH_ALLOWED_DOMAINS', 'example.com, ada@example.com'],
    ['AUTH_ALLOWED_DOMAINS', 'example.com, GMAIL.com'],
    ['DB_NAME', 'a/b'],
    ['NODE_ENV', 'prod'],
    ['NODE_ENV', 'Production'],
    ['NODE_ENV', 'staging'],
  ])('refuses %s=%s and says what is accepted', (variable, value) => {
    expect(() => readConfig({ [variable]: value })).toThrow(new RegExp(`^${variable} is .*: .+`));
  });

  describe('sign-in with Google', () => {
    const CLIENT = {
      GOOGLE_CLIENT_ID: '1-a.apps.googleusercontent.com',
      GOOGLE_CLIENT_SECRET: 'GOCSPX-swordfish',
    };

    it('exists with a client and an address to come back to', () => {
      const { googleClient } = readConfig({ ...CLIENT, PUBLIC_URL: 'https://sales.example.com' });
      expect(googleClient).toEqual({ id: CLIENT.GOOGLE_CLIENT_ID, secret: CLIENT.GOOGLE_CLIENT_SECRET });
      expect(readConfig({ ...CLIENT, PUBLIC_URL: 'http://localhost:3000' }).googleClient).toEqual(
        googleClient,
      );
      expect(readConfig({}).googleClient).toBeNull();
    });

    it.each([
      ['GOOGLE_CLIENT_ID', { GOOGLE_CLIENT_ID: '' }],
      ['GOOGLE_CLIENT_SECRET', { GOOGLE_CLIENT_SECRET: '' }],
      ['PUBLIC_URL', { PUBLIC_URL: '' }],
      ['PUBLIC_URL', { PUBLIC_URL: 'http://sales.example.com' }],
      ['GOOGLE_CLIENT_SECRET', { GOOGLE_CLIENT_SECRET: 'sword fish' }],
    ])('is refused by %s with %j, without its secret', (variable, changes) => {
      const environment = { ...CLIENT, PUBLIC_URL: 'https://sales.example.com', ...changes };
      expect(() => readConfig(environment)).toThrow(new RegExp(`^${variable} is (?!.*sword).+`));
    });

    it('lets domains in, however they are written', () => {
      expect(
        readConfig({ AUTH_ALLOWED_DOMAINS: ' Example.com,@example.org; example.com ' }).allowedDomains,
      ).toEqual(['example.com', 'example.org']);
      expect(readConfig({}).allowedDomains).toEqual([]);
    });
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
