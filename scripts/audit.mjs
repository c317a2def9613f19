/**
 * Asks the registry for known faults of the packages that the product ships, and fails where one is high or critical:
 * `npm run audit`. Those that only build and test are in no image, and left out.
 */
import { auditOutcome } from './lib/dependency-audit.mjs';
import { nodeQuietly } from './lib/run.mjs';

const npm = process.env.npm_execpath;
if (!npm) {
  console.error('Run it as npm run audit: npm alone knows how to ask its registry.');
  process.exit(2);
}
const { output } = await nodeQuietly(npm, ['audit', '--omit=dev', '--json', '--loglevel=silent']);
const { code, lines } = auditOutcome(output);
for (const line of lines) (code === 0 ? console.log : console.error)(line);
process.exit(code);
