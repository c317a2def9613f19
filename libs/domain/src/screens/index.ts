export { ownTargetsOf } from './own-targets.js';
