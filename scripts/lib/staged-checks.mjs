const LINTED = /\.(?:ts|mjs|html)$/;

/** What is asked of files that are about to be committed: tool, command and arguments. Types are for `npm run check`. */
export function stagedChecks(files) {
  const linted = files.filter((file) => LINTED.test(file));
  const format = ['prettier', ['--check', '--ignore-unknown', '--log-level', 'warn', '--', ...files]];
  const lint = ['eslint', ['--max-warnings', '0', '--no-warn-ignored', '--', ...linted]];
  return [...(files.length > 0 ? [format] : []), ...(linted.length > 0 ? [lint] : [])];
}
