import { SUM_OF_VIEWS, bareOrigin, isSampleOrigin } from '@app/domain/targets';
import { EXPLAIN } from './texts';

/** Readable names of stored target keys: `Intro & POA: POA` for `intro_poa.poa`. */
export function targetName(origin: string): string {
  if (isSampleOrigin(origin)) return sampleName(bareOrigin(origin));
  if (origin === SUM_OF_VIEWS) return EXPLAIN.sumOfViews;
  return origin.split(' + ').map(partName).join(' + ');
}

const sampleName = (origin: string) =>
  origin === SUM_OF_VIEWS ? EXPLAIN.sampleInSum : EXPLAIN.sampleOf(targetName(origin));

function partName(path: string): string {
  const [group = '', key] = path.split('.');
  const revenueYear = /^revenue_(\d{4})$/.exec(group)?.[1];
  if (revenueYear) return EXPLAIN.revenueTargets(revenueYear);
  const name = (EXPLAIN.targetGroups as Readonly<Record<string, string>>)[group] ?? words(group);
  return key === undefined ? name : `${name}: ${keyName(key)}`;
}

/** Keys whose words say something else than the label of their field are named by hand. */
const keyName = (key: string) => (EXPLAIN.targetKeys as Readonly<Record<string, string>>)[key] ?? words(key);

const words = (key: string) =>
  key
    .replace(/_target$/, '')
    .replace(/(\d+)_(\d+)/, '$1-$2')
    .replaceAll('_', ' ')
    .replace(/\b(poa|arr|ytd)\b/g, (short) => short.toUpperCase());
