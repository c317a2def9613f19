export * from './saved-parameters.js';
