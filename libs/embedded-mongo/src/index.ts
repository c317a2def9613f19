export { DataFolderInUseError, DataFolderTooNewError } from './errors.js';
export { startEmbeddedMongo, type EmbeddedMongo, type EmbeddedMongoOptions } from './start.js';
