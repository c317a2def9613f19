import { parameter, type QueryValues } from '../http/query-parameters.js';
import { AS_OF } from '../questions/question-parameters.js';
import { refusedField } from '../refusals/refusal.js';

/** Nobody is called longer; each letter more makes the search for misspelled words slower. */
const MAX_LENGTH = 100;

/** What is looked for. */
export const SEARCH = {
  words: parameter(
    {
      name: 'q',
      required: true,
      description: 'Words of the name of a client or person; a slip in each of them is forgiven.',
      schema: { type: 'string', minLength: 1, maxLength: MAX_LENGTH },
      example: 'acme',
    },
    (read, name) => {
      const words = read.required(name);
      if (words.length > MAX_LENGTH)
        throw refusedField(name, `${name} must have at most ${MAX_LENGTH} characters.`);
      return words;
    },
  ),
  asOf: AS_OF,
};

export type SearchArguments = QueryValues<typeof SEARCH>;
