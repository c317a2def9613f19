import { buildArray, buildDocument } from '../bson/build.js';
import { elementsOf, fieldsOf } from '../bson/fields.js';
import type { BsonValue } from '../bson/value.js';

/** A value that an update goes through: opened where it changes, stored bytes everywhere else. */
export type Node = BsonValue | MutableDocument | MutableArray;

/** A document being changed; its fields keep their order. */
export class MutableDocument {
  private readonly fields: Map<string, Node>;

  constructor(document?: BsonValue) {
    this.fields = new Map(document ? fieldsOf(document) : []);
  }

  get(name: string): Node | undefined {
    return this.fields.get(name);
  }

  /** Sets a field in its place, or at the end when it is new; undefined removes it. */
  set(name: string, value: Node | undefined): void {
    if (value) this.fields.set(name, value);
    else this.fields.delete(name);
  }

  freeze(): BsonValue {
    return buildDocument([...this.fields].map(([name, node]) => [name, freeze(node)] as const));
  }
}

/** An array being changed. */
export class MutableArray {
  readonly items: Node[];

  constructor(array: BsonValue) {
    this.items = elementsOf(array);
  }

  freeze(): BsonValue {
    return buildArray(this.items.map(freeze));
  }
}

/** The bytes of a value, changed or not. */
export function freeze(node: Node): BsonValue {
  return node instanceof MutableDocument || node instanceof MutableArray ? node.freeze() : node;
}

/** Opens a document or an array for change; any other value stays what it is. */
export function openNode(node: Node): Node {
  if (node instanceof MutableDocument || node instanceof MutableArray) return node;
  if (node.isObject) return new MutableDocument(node);
  return node.isArray ? new MutableArray(node) : node;
}
