import { CommandError } from '../errors/command-error.js';
import { fieldName, fieldOf, fieldsOf } from '../bson/fields.js';
import { toDouble } from '../bson/numbers.js';
import { BsonType, EMPTY_DOCUMENT, type BsonValue } from '../bson/value.js';
import { isTruthy } from '../matching/operators.js';
import { textComparison } from '../query/collation.js';
import { evaluateVariables, type Variables } from '../expressions/expression.js';
import type { FilterOptions } from '../matching/matcher.js';
import { compileQuery, type Query } from '../query/source.js';
import { documentsOf, type Request } from '../wire/message.js';

/** One command as it came, with its fields by name. */
export class Command {
  readonly name: string;
  private readonly fields: ReadonlyMap<string, BsonValue>;

  constructor(
    readonly request: Request,
    /** The connection's number, for `hello`. */
    readonly connectionId: number,
    private readonly isClientThere: () => boolean,
  ) {
    this.fields = new Map(fieldsOf(request.body));
    this.name = this.fields.keys().next().value ?? '';
  }

  /** Whether anybody is there to take the answer. */
  get isAwaited(): boolean {
    return this.isClientThere();
  }

  /** The database the command is for. */
  get database(): string {
    return this.optionalString('$db') ?? 'admin';
  }

  /** Names of the fields, documents sent beside the body included. */
  get fieldNames(): string[] {
    return [...this.fields.keys(), ...this.request.sequences.keys()];
  }

  /** A field as it came. */
  value(name: string): BsonValue | undefined {
    return this.fields.get(name);
  }

  /** A field that must be text. */
  string(name: string): string {
    const text = this.optionalString(name);
    if (text === undefined) throw missingField(this.name, name);
    return text;
  }

  /** A text field, undefined when it is missing. */
  optionalString(name: string): string | undefined {
    const value = this.fields.get(name);
    if (!value || value.type === BsonType.null) return undefined;
    if (value.type !== BsonType.string) throw wrongType(this.name, name, 'string');
    return value.text();
  }

  /** A whole number of at least 0, or what stands for a missing one. */
  count(name: string, byDefault: number): number {
    const number = this.number(name, byDefault);
    if (number < 0) {
      throw new CommandError(
        'Location51024',
        `BSON field '${name}' value must be >= 0, actual value '${number}'`,
      );
    }
    return number;
  }

  /** A number, or what stands for a missing one. */
  number(name: string, byDefault: number): number {
    const value = this.fields.get(name);
    if (!value || value.type === BsonType.null) return byDefault;
    if (!value.isNumber) throw wrongType(this.name, name, 'number');
    return Math.trunc(toDouble(value));
  }

  /** A flag, with what a missing one stands for. */
  flag(name: string, byDefault = false): boolean {
    const value = this.fields.get(name);
    return value ? isTruthy(value) : byDefault;
  }

  /** A document, undefined when it is missing. */
  document(name: string): BsonValue | undefined {
    const value = this.fields.get(name);
    if (!value || value.type === BsonType.null) return undefined;
    if (!value.isObject) throw wrongType(this.name, name, 'object');
    return value;
  }

  /** Text inside a document field, such as the level of `readConcern`. */
  nestedString(name: string, inner: string): string | undefined {
    const value = this.nested(name, inner);
    return value?.type === BsonType.string ? value.text() : undefined;
  }

  /** A number inside a document field, 0 when there is none. */
  nestedNumber(name: string, inner: string): number {
    const value = this.nested(name, inner);
    return value?.isNumber ? toDouble(value) : 0;
  }

  private nested(name: string, inner: string): BsonValue | undefined {
    const value = this.document(name);
    return value && fieldOf(value, fieldName(inner));
  }

  /** A list of documents, wherever in the message they were sent. */
  documents(name: string): readonly BsonValue[] {
    const documents = documentsOf(this.request, name);
    if (!documents) throw missingField(this.name, name);
    if (!documents.every((document) => document.isObject)) throw wrongType(this.name, name, 'object');
    return documents;
  }

  /** The variables of `let`. */
  get variables(): Variables {
    return evaluateVariables(this.document('let') ?? EMPTY_DOCUMENT);
  }

  /** Whether validators are skipped. */
  get isBypassing(): boolean {
    return this.flag('bypassDocumentValidation');
  }

  /** What filters of this command depend on beside their own document. */
  get filterOptions(): FilterOptions {
    return { variables: this.variables, compareText: textComparison(this.value('collation')) };
  }

  /** The namespace that the command names: its first field is the collection. */
  get namespace(): string {
    return namespaceOf(this.database, this.string(this.name));
  }
}

/** Joins database and collection, and checks that both may be so called. */
export function namespaceOf(database: string, collection: string, isVirtual = false): string {
  const isDatabase = database.length > 0 && Buffer.byteLength(database) < 64 && !/[/\\. "$\0]/.test(database);
  const isCollection = collection.length > 0 && (isVirtual || !/^\.|\.$|[$\0]/.test(collection));
  const namespace = `${database}.${collection}`;
  if (!isDatabase || !isCollection || Buffer.byteLength(namespace) > 255) {
    throw new CommandError('InvalidNamespace', `Invalid namespace specified '${namespace}'`);
  }
  return namespace;
}

function missingField(command: string, name: string): CommandError {
  return new CommandError('Location40414', `BSON field '${command}.${name}' is missing but a required field`);
}

function wrongType(command: string, name: string, expected: string): CommandError {
  return new CommandError(
    'TypeMismatch',
    `BSON field '${command}.${name}' is the wrong type, expected type '${expected}'`,
  );
}

/** What a command that reads asks for. */
export function queryOf(command: Command, filterName: string): Query {
  return compileQuery({
    filter: command.document(filterName),
    sort: command.document('sort'),
    ...command.filterOptions,
  });
}
