import { parameter, type QueryValues } from '../http/query-parameters.js';
import { READING } from './reading-parameters.js';

/** What a request for an import may say beside its file. */
export const UPLOAD = {
  mode: parameter(
    {
      name: 'mode',
      required: false,
      enum: ['replace', 'merge'],
      description:
        'replace: the sheet is the truth. merge: a row replaces, in the deal it matches, the fields whose columns the sheet has; the rest is added, nothing is removed. Default: replace.',
    },
    (read, name) => read.oneOf(name, ['replace', 'merge']) ?? 'replace',
  ),
  dryRun: parameter(
    {
      name: 'dry_run',
      required: false,
      enum: ['true', 'false'],
      description: 'A preview: shows what would change, and publishes nothing. Default: false.',
    },
    // The bare name asks for it as well, and 1 and 0 are what some clients write.
    (read, name) => {
      const said = read.text(name);
      return said === '' || said === '1' || (said !== '0' && read.oneOf(name, ['true', 'false']) === 'true');
    },
  ),
  ...READING,
};

/** Why an upload is answered by 429. */
export const TOO_MANY_UPLOADS =
  'Too many imports are waiting, or were begun in a minute: wait as long as Retry-After says.';

export type UploadArguments = QueryValues<typeof UPLOAD>;
