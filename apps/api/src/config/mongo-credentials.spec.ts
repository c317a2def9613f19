import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mongo } from 'mongoose';
import { readConfig } from './read-config.js';

const MONGO_URL = 'mongodb://database:27017/sales_analytics?authSource=sales_analytics';

/** Every printable character of ASCII, some beyond, and blanks at both ends. */
const PASSWORD = ` ${Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).join('')}é€😀 `;

describe('user and password of the database', () => {
  const credentialsOf = (environment: Record<string, string>) =>
    new mongo.MongoClient(readConfig({ MONGO_URL, ...environment }).mongoUrl ?? '').options.credentials;

  it('reach the driver as they were written, whatever their characters', () => {
    const found = credentialsOf({ MONGO_USER: 'sales@/:%', MONGO_PASSWORD: PASSWORD });
    expect(found).toMatchObject({ username: 'sales@/:%', password: PASSWORD, source: 'sales_analytics' });
  });

  it('can lie in a file, whose last line end is not part of it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'secret-'));
    const file = join(folder, 'password');
    writeFileSync(file, `${PASSWORD}\n`);
    const found = credentialsOf({ MONGO_USER: 'sales', MONGO_PASSWORD_FILE: file });
    rmSync(folder, { recursive: true });
    expect(found).toMatchObject({ username: 'sales', password: PASSWORD });
  });

  it('stay where they are in a connection string that holds them', () => {
    const url = 'mongodb://root:pass%40word@database:27017/sales_analytics?authSource=admin';
    expect(credentialsOf({ MONGO_URL: url })).toMatchObject({ username: 'root', password: 'pass@word' });
  });

  it.each([
    [{ MONGO_PASSWORD: 'swordfish' }, /^MONGO_USER is ""/],
    [{ MONGO_USER: 'sales' }, /^MONGO_PASSWORD is "\(hidden\)".*MONGO_PASSWORD_FILE/],
    [{ MONGO_USER: 'sales', MONGO_PASSWORD: 'swordfish', MONGO_URL: '' }, /needs a MONGO_URL/],
    [{ MONGO_USER: 'sales', MONGO_PASSWORD: 'swordfish', MONGO_PASSWORD_FILE: 'x' }, /unset one/],
    [{ MONGO_USER: 'sales', MONGO_PASSWORD_FILE: 'nowhere/secret' }, /can be read/],
    [{ MONGO_USER: 'sales', MONGO_PASSWORD: 'swordfish', MONGO_URL: 'mongodb://a:b@host/' }, /user already/],
  ])('%j is refused by name, without the password', (environment, message) => {
    expect(() => readConfig({ MONGO_URL, ...environment })).toThrow(message);
    expect(() => readConfig({ MONGO_URL, ...environment })).not.toThrow(/swordfish/);
  });
});
