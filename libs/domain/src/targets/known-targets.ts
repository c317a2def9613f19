import { MONTH_KEYS } from './target-set.js';
import { TARGET_SOURCES } from './target-sources.js';

/** Read beside the sources, or written by other software and kept. @see docs/domain.md, section 6 */
const OTHERS = ['dashboard.objectif_6_mois', 'dashboard_top_cards.ytd_target'];

/** Groups whose keys other software names as it likes, by the form of these names. */
const FAMILIES = [
  new RegExp(`^revenue_\\d{4}\\.(?:${MONTH_KEYS.join('|')})$`),
  /^(?:meetings_attended_tab|deals_closed_tab)\.\w{1,60}_target$/,
  /^(?:deals_closed_current_period|upsell_renew)\.\w{1,60}$/,
  /^closing_projections\.next_\w{1,60}$/,
];

const KNOWN = new Set([
  ...OTHERS,
  ...Object.values(TARGET_SOURCES).flatMap((sources) => sources.map(({ path }) => path)),
]);

/**
 * Whether a path is one under which targets are stored, such as `intro_poa.poa` or `revenue_2031.jan`.
 *
 * @see docs/domain.md, section 6
 */
export function isKnownTarget(path: string): boolean {
  return KNOWN.has(path) || FAMILIES.some((family) => family.test(path));
}
