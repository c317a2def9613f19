import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { GoogleServiceAccount } from './config.js';

/** Reads the key of a service account, given as its JSON or as the path of the file that Google handed out. */
export function serviceAccount(value: string, refuse: (expected: string) => never): GoogleServiceAccount {
  const text = value.startsWith('{') ? value : contentOf(value);
  if (text === null) return refuse('it must be the JSON of a key, or a file with it that can be read.');
  const { client_email: email, private_key: privateKey } = keyIn(text);
  if (typeof email !== 'string' || typeof privateKey !== 'string' || !isKey(privateKey)) {
    return refuse('it must be the JSON key of a service account, with client_email and private_key.');
  }
  return { email, privateKey };
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function keyIn(text: string): Record<string, unknown> {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === 'object' && found !== null ? { ...found } : {};
  } catch {
    return {};
  }
}

function isKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}
