import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  createFormatter,
  createParser,
  createProgram,
  DEFAULT_CONFIG,
  ObjectType,
  SchemaGenerator,
  StringType,
} from 'ts-json-schema-generator';
import { SCREENS, screenSchemaName } from '../libs/domain/dist/screens/index.js';
import { ROOT } from './lib/run.mjs';

const CONTRACTS = join(ROOT, 'libs/contracts');
const OUTPUT = join(CONTRACTS, 'dist/schemas.json');

const CONFIG = {
  ...DEFAULT_CONFIG,
  path: join(CONTRACTS, 'src/index.ts'),
  tsconfig: join(CONTRACTS, 'tsconfig.json'),
  type: '*',
  jsDoc: 'extended',
  sortProps: false,
  additionalProperties: false,
  skipTypeCheck: true,
  encodeRefs: false,
  discriminatorType: 'open-api',
  functions: 'hide',
};

/** Ids of metrics, targets, columns and findings are open lists for callers: one more is no change of the contract. */
const IDS = new Set(['MetricId', 'FigureId', 'NumberId', 'MetricTarget', 'DealField', 'ImportFindingCode']);

const idParser = {
  supportsNode: (node) => IDS.has((node.typeName ?? node.name)?.text),
  createType: () => new StringType(),
};

/** So is what stands under them. */
const byMetricParser = (inner) => ({
  supportsNode: (node) => node.typeName?.text === 'ByMetric',
  createType: (node, context) => {
    const value = inner.createType(node.typeArguments[0], context);
    return new ObjectType(`by-metric-${value.getId()}`, [], [], value);
  },
});

/** Every type of the contracts as a JSON schema: the OpenAPI document takes its shapes from here, not from a copy. */
const program = createProgram(CONFIG);
const parser = createParser(program, CONFIG, (chain) => {
  chain.addNodeParser(idParser);
  chain.addNodeParser(byMetricParser(chain));
});
const { definitions } = new SchemaGenerator(program, parser, createFormatter(CONFIG), CONFIG).createSchema(
  '*',
);

/** The alias for a number without a fraction says its type where it is used, not one reference further. */
const WHOLE = 'WholeNumber';
/** What the generator calls a type that is a plain string wherever it stands: the ids. */
const PLAIN = '*';

/** What only some screens have: it stands in the schemas of their answers. */
const PARTS = 'ScreenParts';

const all = Object.fromEntries(
  Object.entries(definitions)
    // A setting has a name of its own instead of that of a generic type.
    .filter(([name]) => name !== WHOLE && name !== PLAIN && !name.startsWith('Setting<'))
    .map(([name, schema]) => [named(name), adapted(schema)]),
);
/** The value of each setting: with its state it is the setting. */
const VALUES = 'SettingValues';
const { [PARTS]: parts, [VALUES]: values, ...plain } = all;
const partNames = Object.values(parts.properties).map(nameOf);
const schemas = {
  ...Object.fromEntries(Object.entries(plain).filter(([name]) => !partNames.includes(name))),
  ...Object.fromEntries(SCREENS.map((screen) => [screenSchemaName(screen.name), screenSchema(screen)])),
  ...settingSchemas(),
};
mkdirSync(dirname(OUTPUT), { recursive: true });
writeFileSync(OUTPUT, `${JSON.stringify(schemas, null, 2)}\n`);

/** What every screen has, then its tables and boards as its entry describes them, then what is its own. */
function screenSchema({ name, tables, boards }) {
  const { properties, required, ...rest } = all.Screen;
  const part = parts.properties[name] && all[nameOf(parts.properties[name])];
  const own = {
    ...described(tables, () => reference('MetricTable')),
    ...described(boards, () => ({ type: 'array', items: reference('BoardColumn') })),
    ...part?.properties,
  };
  return {
    ...rest,
    properties: { ...properties, ...own },
    required: [...required, ...Object.keys(own)],
    description: `Answer of \`GET /views/{id}/screens/${name}\`.`,
  };
}

/** A setting is its value with who changed it; all of them are the answer of `GET /settings`. */
function settingSchemas() {
  const { properties, required, ...rest } = all.SettingState;
  const names = Object.keys(values.properties);
  const nameOfSetting = (key) =>
    `${key.replace(/(^|_)([a-z])/g, (_, __, letter) => letter.toUpperCase())}Setting`;
  const settings = names.map((key) => {
    const { description, ...value } = values.properties[key];
    return [
      nameOfSetting(key),
      {
        ...rest,
        properties: { ...properties, value: { ...value, description } },
        required: [...required, 'value'],
        description,
      },
    ];
  });
  return {
    ...Object.fromEntries(settings),
    Settings: {
      ...rest,
      properties: Object.fromEntries(
        names.map((key) => [
          key,
          { ...reference(nameOfSetting(key)), description: values.properties[key].description },
        ]),
      ),
      required: names,
      description: 'Answer of `GET /settings`: what holds for the whole installation.',
    },
  };
}

function described(entries, schemaOf) {
  return Object.fromEntries(
    Object.entries(entries).map(([name, { description }]) => [name, { ...schemaOf(), description }]),
  );
}

function reference(name) {
  return { $ref: `#/components/schemas/${name}` };
}

function nameOf({ $ref }) {
  return $ref.split('/').at(-1);
}

/** `Page<View>` and the like become names that a component may have. */
function named(name) {
  return name.replace(/[^A-Za-z0-9._-]+/g, '_').replace(/^_|_$/g, '');
}

/** References point into the document; JSDoc's single examples become the list that JSON Schema wants. */
function adapted(schema) {
  if (Array.isArray(schema)) return schema.map(adapted);
  if (schema === null || typeof schema !== 'object') return schema;
  if (isWhole(schema)) return { ...rest(schema, '$ref'), type: 'integer' };
  if (isWholeOrNull(schema)) return { ...rest(schema, 'anyOf'), type: ['integer', 'null'] };
  const entries = Object.entries(schema).map(([key, value]) =>
    key === '$ref'
      ? [key, `#/components/schemas/${named(value.replace('#/definitions/', ''))}`]
      : [key, adapted(value)],
  );
  return Object.fromEntries(entries);
}

function isWhole({ $ref }) {
  return $ref === `#/definitions/${WHOLE}`;
}

function isWholeOrNull({ anyOf }) {
  return anyOf?.length === 2 && anyOf.some(isWhole) && anyOf.some(({ type }) => type === 'null');
}

function rest(schema, without) {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== without));
}
