import { describeValue } from '../bson/describe.js';
import { NULL_VALUE, type BsonValue } from '../bson/value.js';
import { CommandError } from '../errors/command-error.js';
import { isPosition } from '../matching/path.js';
import type { ArrayFilters } from './array-filters.js';
import { freeze, MutableArray, MutableDocument, openNode, type Node } from './tree.js';

/** Changes the value at the end of a path (undefined: missing, or to be removed). */
export type Change = (current: BsonValue | undefined) => BsonValue | undefined;

/** One change at one path of an update. */
export interface PathChange {
  path: string;
  change: Change;
  /** Missing documents on the way are made; else a missing path is left alone. */
  isCreating: boolean;
}

/** MongoDB pads a gap in an array with null, up to this many. */
const MAX_PADDING = 1_500_000;

/**
 * Applies a change to a document.
 *
 * @throws CommandError PathNotViable when the path leads through a value that has no fields
 */
export function applyChange(
  root: MutableDocument,
  { path, change, isCreating }: PathChange,
  filters?: ArrayFilters,
): void {
  new PathWalk(path, change, isCreating, filters).into(root, 0);
}

class PathWalk {
  private readonly names: readonly string[];

  constructor(
    private readonly path: string,
    private readonly change: Change,
    private readonly isCreating: boolean,
    private readonly filters: ArrayFilters | undefined,
  ) {
    this.names = path.split('.');
  }

  into(node: Node, depth: number): void {
    if (node instanceof MutableDocument) this.intoDocument(node, depth);
    else if (node instanceof MutableArray) this.intoArray(node, depth);
    else if (this.isCreating) throw this.notViable(node, depth);
  }

  private intoDocument(document: MutableDocument, depth: number): void {
    const name = this.names[depth] ?? '';
    if (name.startsWith('$')) throw this.needsArray(depth);
    document.set(name, this.next(document.get(name), depth));
  }

  private intoArray(array: MutableArray, depth: number): void {
    for (const index of this.indexesOf(array, depth)) {
      const current = array.items[index];
      const next = this.next(current, depth);
      if (!next && current === undefined) continue;
      while (array.items.length < index) array.items.push(NULL_VALUE);
      array.items[index] = next ?? NULL_VALUE;
    }
  }

  /** The value after the change, which is either here or further down. */
  private next(current: Node | undefined, depth: number): Node | undefined {
    if (depth === this.names.length - 1) return this.change(current && freeze(current));
    if (!current && !this.isCreating) return undefined;
    if (!current && this.hasPositionsFrom(depth + 1)) throw this.needsArray(depth + 1);
    const opened = current ? openNode(current) : new MutableDocument();
    this.into(opened, depth + 1);
    return opened;
  }

  private hasPositionsFrom(depth: number): boolean {
    return this.names[depth]?.startsWith('$') ?? false;
  }

  private indexesOf(array: MutableArray, depth: number): number[] {
    const name = this.names[depth] ?? '';
    const all = [...array.items.keys()];
    if (name === '$[]') return all;
    if (name.startsWith('$[')) {
      const matches = this.filters?.testFor(name.slice(2, -1), this.path);
      return all.filter((index) => matches?.(freeze(array.items[index] ?? NULL_VALUE)));
    }
    if (isPosition(name)) return [this.boundedPosition(Number(name), array)];
    if (this.isCreating) throw this.notViable(array.freeze(), depth);
    return [];
  }

  private boundedPosition(position: number, array: MutableArray): number {
    if (position - array.items.length <= MAX_PADDING) return position;
    throw new CommandError(
      'BadValue',
      `Cannot add more than ${MAX_PADDING} null elements before an array element`,
    );
  }

  private notViable(value: BsonValue, depth: number): CommandError {
    const parent = this.names[depth - 1] ?? '';
    const element = `{${parent}: ${describeValue(value)}}`;
    return new CommandError(
      'PathNotViable',
      `Cannot create field '${this.names[depth] ?? ''}' in element ${element}`,
    );
  }

  private needsArray(depth: number): CommandError {
    const before = this.names.slice(0, depth).join('.');
    return new CommandError(
      'BadValue',
      `The path '${before}' must exist in the document in order to apply array updates.`,
    );
  }
}
