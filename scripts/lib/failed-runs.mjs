import { stripVTControlCharacters } from 'node:util';

/**
 * Whether a line of `node --watch` says that the program which it runs has failed; the watcher itself goes on and waits
 * for a change.
 */
export const saysThatItFailed = (line) => stripVTControlCharacters(line).startsWith('Failed running ');
