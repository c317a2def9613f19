import { readFileSync } from 'node:fs';
import { ConfigError } from './config-error.js';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Puts user and password into a connection string that has none: in variables of their own, or in a file that
 * holds the password, they are written as they are, whatever characters they have. Blanks are part of a password.
 *
 * @throws ConfigError that names the variable, never the password
 */
export function withCredentials(url: string | null, environment: Environment): string | null {
  const user = environment.MONGO_USER ?? '';
  const password = passwordOf(environment);
  if (user === '' && password === null) return url;
  if (url === null) throw refusal('MONGO_USER', user, 'it needs a MONGO_URL.');
  if (user === '') throw refusal('MONGO_USER', '', 'MONGO_PASSWORD needs the name of its user here.');
  if (password === null) throw refusal('MONGO_PASSWORD', '', 'MONGO_USER needs it, or MONGO_PASSWORD_FILE.');
  const [scheme = '', rest = ''] = url.split(/(?<=^mongodb(?:\+srv)?:\/\/)/);
  if (/^[^/?]*@/.test(rest)) throw refusal('MONGO_USER', user, 'MONGO_URL names a user already.');
  return `${scheme}${encodeURIComponent(user)}:${encodeURIComponent(password)}@${rest}`;
}

function passwordOf(environment: Environment): string | null {
  const { MONGO_PASSWORD: password = '', MONGO_PASSWORD_FILE: file = '' } = environment;
  if (file === '') return password === '' ? null : password;
  if (password !== '') throw refusal('MONGO_PASSWORD_FILE', file, 'MONGO_PASSWORD is set too: unset one.');
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch {
    throw refusal('MONGO_PASSWORD_FILE', file, 'it must be a file that can be read.');
  }
}

function refusal(...[name, value, expected]: ConstructorParameters<typeof ConfigError>): ConfigError {
  return new ConfigError(name, name === 'MONGO_PASSWORD' ? '(hidden)' : value, expected);
}
