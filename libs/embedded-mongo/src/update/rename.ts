import type { BsonValue } from '../bson/value.js';
import { CommandError } from '../errors/command-error.js';
import { applyChange, type Positions } from './path.js';
import type { MutableDocument } from './tree.js';

/** `$rename`: takes the value from one path and sets it at another; a missing one leaves all as it is. */
export function renameField(root: MutableDocument, from: string, to: string, positions: Positions): void {
  if (from.includes('$') || to.includes('$')) {
    throw new CommandError(
      'BadValue',
      `The source and destination fields for $rename may not be dynamic: ${from}, ${to}`,
    );
  }
  let moved: BsonValue | undefined;
  const take = (current: BsonValue | undefined): undefined => {
    moved = current;
  };
  applyChange(root, { path: from, change: take, isCreating: false }, positions);
  const value = moved;
  if (value) applyChange(root, { path: to, change: () => value, isCreating: true }, positions);
}
