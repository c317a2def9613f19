import eslint from '@eslint/js';
import angular from 'angular-eslint';
import jsdoc from 'eslint-plugin-jsdoc';
import tseslint from 'typescript-eslint';

/** What answers requests in the API. Everything else knows no HTTP: it takes plain arguments and throws a `Refusal`. */
const ANSWERS_REQUESTS = [
  'apps/api/src/*.ts',
  'apps/api/src/{http,logging,openapi,console-host,testing}/**',
  'apps/api/src/auth/{authenticated-request,cookies,sealed-cookies}.ts',
  'apps/api/src/ingestion/upload-form.ts',
  '**/*.{controller,filter,guard,interceptor,spec}.ts',
];
const OF_ANSWERS = [
  { regex: '^fastify$', message: 'Let the controller hand over plain arguments.' },
  { regex: '/http/problem(-answer)?\\.js$', message: 'Throw a Refusal: http makes a problem of it.' },
  {
    regex: '^@nestjs/common$',
    importNamePattern: '(Exception|^HttpStatus)$',
    message: 'Throw a Refusal: http makes a problem of it.',
  },
];
const UNCHECKED = {
  regex: '^@nestjs/common$',
  importNamePattern: '^Body$',
  message: 'Nobody checks what it takes: use @CheckedBody() of http/validation.',
};
const OF_QUERIES = {
  regex: '/http/query-(parameters|reader)\\.js$',
  message: 'Declare parameters in *-parameters.ts; services take the type of their values.',
};

/** Typed rules for all TypeScript; Angular's own for the console; documented exports for the libraries. */
export default tseslint.config(
  {
    ignores: [
      '**/dist/',
      '**/node_modules/',
      '.angular/',
      '.build/',
      'test-results/',
      'data/',
      // Compiled against clients that a test makes.
      'test/generated-clients/',
    ],
  },
  {
    files: ['**/*.ts'],
    extends: [
      eslint.configs.recommended,
      tseslint.configs.strictTypeChecked,
      tseslint.configs.stylisticTypeChecked,
    ],
    languageOptions: {
      parserOptions: {
        project: [
          'libs/*/tsconfig.spec.json',
          'apps/api/tsconfig.spec.json',
          'apps/console/tsconfig.app.json',
          'apps/console/tsconfig.spec.json',
          'test/tsconfig.json',
        ],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/unbound-method': 'off',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    files: ['libs/*/src/**/*.ts'],
    ignores: ['**/*.spec.ts', '**/testing/**'],
    plugins: { jsdoc },
    rules: {
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          require: { ClassDeclaration: true, FunctionDeclaration: true, MethodDefinition: false },
          contexts: [
            'TSInterfaceDeclaration',
            'TSTypeAliasDeclaration',
            'ExportNamedDeclaration > VariableDeclaration',
          ],
        },
      ],
    },
  },
  {
    // Nest's options, mongoose's dates and the frozen configuration are classes by name only: nobody constructs them.
    files: ['apps/api/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-class-instance-assignment': 'off' },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: ['apps/api/src/http/validation.ts', '**/*.spec.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [UNCHECKED] }] },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: ANSWERS_REQUESTS,
    rules: { 'no-restricted-imports': ['error', { patterns: [...OF_ANSWERS, OF_QUERIES] }] },
  },
  {
    files: ['apps/api/src/**/*-parameters.ts'],
    ignores: ANSWERS_REQUESTS,
    rules: { 'no-restricted-imports': ['error', { patterns: OF_ANSWERS }] },
  },
  {
    files: ['apps/console/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
  },
  {
    files: ['apps/console/**/*.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
  },
  {
    files: ['**/*.spec.ts', '**/testing/**', 'test/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['**/*.mjs'],
    extends: [eslint.configs.recommended],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        clearTimeout: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
        Buffer: 'readonly',
        FormData: 'readonly',
        Blob: 'readonly',
        structuredClone: 'readonly',
      },
    },
  },
);
