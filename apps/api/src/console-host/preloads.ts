import { FILTER_FIELDS } from '@app/domain/filters';
import { type Day, halfOf, isoDay, periodOfParameter } from '@app/domain/period';
import { isScreenName } from '@app/domain/screens';

const ALWAYS = ['/api/auth/me', '/api/views'];
const PLAIN = /^[\w-]+$/;
/** Parameters of an address that narrow what its screen asks for. */
const NARROWING = [...FILTER_FIELDS, 'person', 'as_of'];

/**
 * What the page at an address is going to ask, in its own words: a browser that is told with the page asks for all of it
 * at once, where the page asks for one after the other once its scripts have run. Only what most mornings open: a
 * narrowed screen asks for itself. Only for sessions that are live: the refusal of one that is over would wait for
 * whoever signs in on that page.
 *
 * @param path of the address, such as `/v/organic/dashboard`
 * @param today ends a year to date
 */
export function preloadsAt(path: string, parameters: URLSearchParams, today: Day): string[] {
  const screen = screenAt(path);
  if (screen === null || NARROWING.some((name) => parameters.has(name))) return ALWAYS;
  const named = periodOfParameter(parameters.get('period'), today)?.period;
  const { from, to } = named ?? halfOf(today);
  const against = parameters.get('against') ?? 'previous';
  if (!PLAIN.test(against)) return ALWAYS;
  return [...ALWAYS, `${screen}?from=${isoDay(from)}&to=${isoDay(to)}&against=${against}`];
}

/** The header `Link` that tells a browser to ask. */
export const preloadLinks = (questions: readonly string[]): string =>
  questions.map((url) => `<${url}>; rel=preload; as=fetch; crossorigin=anonymous`).join(', ');

function screenAt(path: string): string | null {
  const [v, view, name = 'dashboard', ...rest] = path.split('/').filter(Boolean);
  if (v !== 'v' || view === undefined || !PLAIN.test(view) || rest.length > 0) return null;
  return isScreenName(name) ? `/api/views/${view}/screens/${name}` : null;
}
