import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Answer } from './client.js';
import type { ApiDocument, Operation } from './api-document.js';

const NAME = 'document';
/** What describes a schema and checks nothing. */
const WORDS = ['example', 'components'];

/** Compares answers with what the OpenAPI document says of them; what it does not mention is a fault. */
export class AnswerShapes {
  private readonly ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
  private readonly compiled = new Map<object, ValidateFunction>();

  constructor({ components }: ApiDocument) {
    addFormats.default(this.ajv);
    // Bytes are no text: there is nothing to look at.
    this.ajv.addFormat('binary', true);
    this.ajv.addVocabulary(WORDS);
    this.ajv.addSchema(closed({ components }) as object, NAME);
  }

  /** What is wrong with an answer of an operation; an empty list when it is as documented. */
  faultsOf({ responses }: Operation, { status, headers, text }: Answer): string[] {
    const response = responses[String(status)];
    if (!response) return [`the status ${status} is not documented: ${text.slice(0, 200)}`];
    const type = headers.get('content-type')?.split(';')[0];
    if (response.content === undefined)
      return text === '' ? [] : [`${status} has a body: ${text.slice(0, 200)}`];
    const media = response.content[type ?? ''];
    if (!media) return [`${status} comes as ${type}, which is not documented`];
    return this.faultsIn(media.schema, type?.endsWith('json') ? JSON.parse(text) : text);
  }

  /** What is wrong with a value of a schema. */
  faultsIn(schema: object, value: unknown): string[] {
    const validate = this.validatorOf(schema);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params)}`,
    );
  }

  private validatorOf(schema: object): ValidateFunction {
    const known = this.compiled.get(schema);
    if (known) return known;
    const validate = this.ajv.compile(closed(schema) as object);
    this.compiled.set(schema, validate);
    return validate;
  }
}

/** Schemas in which an object has no properties but those that are named, and whose references lead into the document. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([name, value]): [string, unknown] =>
    name === '$ref' ? [name, `${NAME}${String(value)}`] : [name, name === 'example' ? value : closed(value)],
  );
  const isOpen = 'properties' in schema && !('additionalProperties' in schema);
  return { ...Object.fromEntries(entries), ...(isOpen ? { additionalProperties: false } : {}) };
}
