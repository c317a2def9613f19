export type { EmbeddedMongo, EmbeddedMongoOptions } from './server/embedded-mongo.js';
export {
  DataFolderInUseError,
  DataFolderNotPrivateError,
  DataFolderTooNewError,
  DataFolderUnusableError,
} from './errors/data-folder-errors.js';
export { keepPrivate } from './server/private-folder.js';
export { startEmbeddedMongo } from './start.js';
