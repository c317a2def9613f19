export type { EmbeddedMongo, EmbeddedMongoOptions } from './embedded-mongo.js';
export {
  DataFolderInUseError,
  DataFolderNotPrivateError,
  DataFolderTooNewError,
  DataFolderUnusableError,
} from './errors.js';
export { keepPrivate } from './server/private-folder.js';
export { startEmbeddedMongo } from './start.js';
