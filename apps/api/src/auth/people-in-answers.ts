import { type Caller, holds, type Who } from '@app/contracts';
import { withoutAddress } from '../audit/actors.js';
import type { Telling } from '../http/problem-adapter.js';
import { contractSchemas } from '../openapi/contract-schemas.js';

/** As much of a JSON schema as says where somebody is named. */
interface Schema {
  readonly $ref?: string;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly properties?: Readonly<Record<string, Schema>>;
}

const COMPONENTS = '#/components/schemas/';
const WHO = 'Who';

const schemas = contractSchemas() as Readonly<Record<string, Schema>>;
const known = new Map<string, Telling | null>();

/**
 * How answers of a type of the contracts are told to somebody. Whoever holds `know_people` is told all of it; anybody
 * else is told nobody's address, wherever the type says `Who`.
 *
 * @returns null where nothing is left out
 */
export const tellingTo = (caller: Pick<Caller, 'kinds'>, type: string): Telling | null =>
  holds(caller, 'know_people') ? null : tellingOf(type);

/** The same of one name, such as in a sentence. */
export const toldTo = (caller: Pick<Caller, 'kinds'>, who: Who): Who =>
  holds(caller, 'know_people') ? who : withoutAddress(who);

function tellingOf(type: string): Telling | null {
  const found = known.get(type);
  if (found !== undefined) return found;
  // For a type that has itself among its parts: what they are is known when the first answer is told.
  known.set(type, (answer) => tellingOf(type)?.(answer) ?? answer);
  const telling = made(schemas[type] ?? {});
  known.set(type, telling);
  return telling;
}

function made({ $ref, anyOf = [], items, properties = {}, additionalProperties }: Schema): Telling | null {
  const type = $ref?.replace(COMPONENTS, '');
  if (type === WHO) return (who) => (typeof who === 'string' ? withoutAddress(who) : who);
  const parts = [
    type === undefined ? null : tellingOf(type),
    ...anyOf.map(made),
    ofItems(items && made(items)),
    ofFields(properties),
    ofOthers(properties, typeof additionalProperties === 'object' ? made(additionalProperties) : null),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : (answer) => parts.reduce((told, part) => part(told), answer);
}

const ofItems = (item: Telling | null | undefined): Telling | null =>
  item ? (answer) => (Array.isArray(answer) ? answer.map(item) : answer) : null;

function ofFields(properties: Readonly<Record<string, Schema>>): Telling | null {
  const fields = new Map(
    Object.entries(properties).flatMap(([name, schema]) => {
      const telling = made(schema);
      return telling === null ? [] : [[name, telling]];
    }),
  );
  return fields.size === 0 ? null : eachField((name) => fields.get(name));
}

/** Fields that the type does not name. */
const ofOthers = (properties: Readonly<Record<string, Schema>>, other: Telling | null): Telling | null =>
  other && eachField((name) => (name in properties ? undefined : other));

const eachField =
  (tellingOfField: (name: string) => Telling | undefined): Telling =>
  (answer) => {
    if (answer === null || typeof answer !== 'object' || Array.isArray(answer)) return answer;
    const told = Object.entries(answer).map(([name, value]: [string, unknown]) => [
      name,
      tellingOfField(name)?.(value) ?? value,
    ]);
    return Object.fromEntries(told) as object;
  };
