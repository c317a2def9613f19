import { type Day, day } from '@app/domain';
import { Random } from './random.js';
import * as choices from './sample-choices.js';

/** A deal of the sample, before it is written into a sheet. */
export interface SampleDeal {
  discovered: Day;
  client: string;
  link: string;
  stage: string;
  relevance: string;
  show: string;
  poa: Day | null;
  /** Currency. */
  arr: number | null;
  /** Currency. */
  pipe: number | null;
  type: string;
  bdr: string;
  source: string;
  product: string;
  owner: string;
  billing: Day | null;
}

const DEALS = 300;
/** How far back the sample goes: the year before is there to be compared with. */
const DAYS_BACK = 540;
/** Some intros are booked for the coming days. */
const DAYS_AHEAD = 12;
const FRESH_DAYS = 90;

/** The deals of a sample view: the same for the same view and day. */
export function sampleDeals(view: string, today: string): SampleDeal[] {
  const random = new Random(view);
  const now = day(today);
  return Array.from({ length: DEALS }, (_, index) => sampleDeal(view, index, now, random));
}

function sampleDeal(view: string, index: number, now: Day, random: Random): SampleDeal {
  const discovered = now + DAYS_AHEAD - random.between(0, DAYS_BACK);
  const stage = stageOf(index, discovered, now, random);
  const type = random.weighted(choices.TYPES);
  const owners = choices.OWNERS[view] ?? choices.OTHER_OWNERS;
  return {
    discovered,
    client: clientName(view, index),
    link: `https://crm.example.com/deals/${view.toLowerCase().replaceAll(' ', '-')}/${1000 + index}`,
    stage,
    relevance: stage === 'Not Relevant' ? 'Not relevant' : random.weighted(choices.RELEVANCE),
    show: showOf(stage, random),
    type,
    source: sourceOf(index, type, random),
    bdr: random.chance(0.94) ? random.oneOf(choices.BDRS) : '',
    product: random.oneOf(choices.PRODUCTS),
    owner: random.chance(0.97) ? random.oneOf(owners) : '',
    ...moneyOf(stage, random),
    ...datesOf(stage, discovered, now, random),
  };
}

/** The first deals go through all stages, so that each is there. */
function stageOf(index: number, discovered: Day, now: Day, random: Random): string {
  const each = choices.OLD_STAGES[index]?.[0];
  if (each !== undefined && discovered <= now) return each;
  if (discovered > now) return 'F Inbox';
  return random.weighted(now - discovered > FRESH_DAYS ? choices.OLD_STAGES : choices.FRESH_STAGES);
}

function sourceOf(index: number, type: string, random: Random): string {
  const each = choices.SOURCES[index]?.[0];
  if (each !== undefined) return each;
  return type === 'Upsell' || type === 'Cross-sell' ? 'Upsell/Cross-sell' : random.weighted(choices.SOURCES);
}

function showOf(stage: string, random: Random): string {
  if (stage !== 'F Inbox') return random.weighted(choices.SHOWS);
  return random.chance(0.25) ? 'Noshow' : '';
}

/** Early deals often have no amount yet, and closed ones always have one. */
function moneyOf(stage: string, random: Random): Pick<SampleDeal, 'arr' | 'pipe'> {
  const amount = Math.round(12_000 * Math.exp(random.next() * 2.6)) - random.between(0, 400);
  const rounded = Math.round(amount / 500) * 500;
  if (stage === 'A Closed') return { arr: rounded, pipe: rounded };
  const isKnown = random.chance(stage === 'F Inbox' ? 0.5 : 0.88);
  return { arr: isKnown && random.chance(0.7) ? rounded : null, pipe: isKnown ? rounded : null };
}

const WITH_POA: ReadonlySet<string> = new Set(['D POA Booked', 'C Proposal sent', 'B Legals', 'A Closed']);

function datesOf(
  stage: string,
  discovered: Day,
  now: Day,
  random: Random,
): Pick<SampleDeal, 'poa' | 'billing'> {
  const isUpcoming = stage === 'D POA Booked' && random.chance(0.5);
  const poa = isUpcoming ? now + random.between(1, 20) : discovered + random.between(6, 24);
  const billing = Math.min(discovered + random.between(25, 90), now + 20);
  const hasPoa = WITH_POA.has(stage) || ((stage === 'Lost' || stage.startsWith('H')) && random.chance(0.6));
  return { poa: hasPoa ? poa : null, billing: stage === 'A Closed' ? billing : null };
}

/** Each index has its own name; each view begins elsewhere in the list. */
function clientName(view: string, index: number): string {
  const { CLIENT_STARTS: starts, CLIENT_ENDS: ends } = choices;
  const at = index + view.length * 7;
  const start = at % starts.length;
  const end = (Math.floor(at / starts.length) + start) % ends.length;
  return `${starts[start] ?? starts[0]} ${ends[end] ?? ends[0]}`;
}
