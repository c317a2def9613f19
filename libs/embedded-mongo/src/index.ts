export type { EmbeddedMongo, EmbeddedMongoOptions } from './embedded-mongo.js';
export { DataFolderInUseError, DataFolderTooNewError } from './errors.js';
export { startEmbeddedMongo } from './start.js';
