/** One runner for the domain, the contracts, the embedded database and the API; `npm test` runs them all. */
const swc = (decorators) => [
  '@swc/jest',
  {
    jsc: {
      parser: { syntax: 'typescript', decorators },
      transform: decorators ? { legacyDecorator: true, decoratorMetadata: true } : {},
      target: 'es2022',
    },
    module: { type: 'es6' },
  },
];

const project = (displayName, root, { decorators = false, ...rest } = {}) => ({
  displayName,
  rootDir: import.meta.dirname,
  roots: [`<rootDir>/${root}`],
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': swc(decorators) },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  ...rest,
});

/** A guard against hanging, never a measure: machines that run tests do other things too. */
const HANGS_AFTER_MS = 120_000;

export default {
  testTimeout: HANGS_AFTER_MS,
  projects: [
    project('domain', 'libs/domain/src'),
    project('contracts', 'libs/contracts/src', { decorators: true }),
    project('embedded-mongo', 'libs/embedded-mongo/src'),
    project('api', 'apps/api/src', { decorators: true }),
    project('integration', 'test/integration', { decorators: true }),
  ],
};
