import { buildDocument } from '../bson/build.js';
import { equalValues } from '../bson/compare.js';
import { fieldsOf } from '../bson/fields.js';
import { EMPTY_DOCUMENT, type BsonValue } from '../bson/value.js';
import { CommandError } from '../errors/command-error.js';
import { runStages } from '../query/aggregation.js';
import type { Variables } from '../expressions/expression.js';

const STAGES = new Set(['$set', '$addFields', '$unset', '$project', '$replaceRoot', '$replaceWith']);

/**
 * An update by a pipeline, computed by mingo. Fields that come out equal keep their stored bytes, so that a
 * double that happens to be whole does not turn into an int32 on the way.
 */
export function compilePipeline(
  stages: readonly BsonValue[],
  variables: Variables | undefined,
): (document: BsonValue) => BsonValue {
  for (const stage of stages) {
    const name = stage.isObject ? (fieldsOf(stage)[0]?.[0] ?? '') : '';
    if (!STAGES.has(name))
      throw new CommandError('InvalidOptions', `${name} is not allowed to be used within an update`);
  }
  return (document) => {
    const [result] = runStages([document], stages, { variables });
    return keepUntouched(document, result ?? EMPTY_DOCUMENT);
  };
}

function keepUntouched(before: BsonValue, after: BsonValue): BsonValue {
  const stored = new Map(fieldsOf(before));
  return buildDocument(
    fieldsOf(after).map(([name, value]) => {
      const old = stored.get(name);
      return [name, old && equalValues(old, value) ? old : value] as const;
    }),
  );
}
