import { type Day, day, stagesIn } from '@app/domain';
import { Random } from './random.js';
import * as choices from './sample-choices.js';
import { sampleClosings } from './sample-closings.js';

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

/** The deals of a sample view: the same for the same view and day. What closed stands at the end. */
export function sampleDeals(view: string, today: string): SampleDeal[] {
  const random = new Random(view);
  const now = day(today);
  const closings = sampleClosings(now, random);
  const open = DEALS - closings.length;
  return Array.from({ length: DEALS }, (_, index) => {
    const billing = closings[index - open];
    const dates = billing === undefined ? openDates(index, now, random) : closedDates(billing, random);
    return sampleDeal(view, index, dates, random);
  });
}

type SampleDates = Pick<SampleDeal, 'discovered' | 'stage' | 'poa' | 'billing'>;

function sampleDeal(view: string, index: number, dates: SampleDates, random: Random): SampleDeal {
  const { stage } = dates;
  const type = random.weighted(choices.TYPES);
  const owners = choices.OWNERS[view] ?? choices.OTHER_OWNERS;
  return {
    ...dates,
    client: clientName(view, index),
    link: `https://crm.example.com/deals/${view.toLowerCase().replaceAll(' ', '-')}/${1000 + index}`,
    relevance: stage === 'Not Relevant' ? 'Not relevant' : random.weighted(choices.RELEVANCE),
    show: showOf(stage, random),
    type,
    source: sourceOf(index, type, random),
    bdr: random.chance(0.94) ? random.oneOf(choices.BDRS) : '',
    product: random.oneOf(choices.PRODUCTS),
    owner: random.chance(0.97) ? random.oneOf(owners) : '',
    ...moneyOf(stage, random),
  };
}

/** A deal that closed: its intro was weeks before its billing starts. */
function closedDates(billing: Day, random: Random): SampleDates {
  const discovered = billing - random.between(25, 90);
  return { discovered, stage: 'A Closed', poa: discovered + random.between(6, 24), billing };
}

function openDates(index: number, now: Day, random: Random): SampleDates {
  const isFirst = index < choices.OLD_STAGES.length;
  const discovered = now + (isFirst ? 0 : DAYS_AHEAD) - random.between(0, DAYS_BACK);
  const stage = stageOf(index, discovered, now, random);
  return { discovered, stage, poa: poaOf(stage, discovered, now, random), billing: null };
}

/** The first deals go through all stages, so that each is there. */
function stageOf(index: number, discovered: Day, now: Day, random: Random): string {
  const each = choices.OLD_STAGES[index]?.[0];
  if (each !== undefined) return each;
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
  const amount = Math.round((14_000 * Math.exp(random.next() * 1.7)) / 500) * 500;
  if (stage === 'A Closed') return { arr: amount, pipe: amount };
  const isKnown = random.chance(stage === 'F Inbox' ? 0.5 : 0.88);
  return { arr: isKnown && random.chance(0.7) ? amount : null, pipe: isKnown ? amount : null };
}

const WITH_POA: ReadonlySet<string> = new Set(stagesIn('awaits_poa'));

function poaOf(stage: string, discovered: Day, now: Day, random: Random): Day | null {
  const isUpcoming = stage === 'D POA Booked' && random.chance(0.5);
  const poa = isUpcoming ? now + random.between(1, 20) : discovered + random.between(6, 24);
  const hasPoa = WITH_POA.has(stage) || ((stage === 'Lost' || stage.startsWith('H')) && random.chance(0.6));
  return hasPoa ? poa : null;
}

/** Each index has its own name; each view begins elsewhere in the list. */
function clientName(view: string, index: number): string {
  const { CLIENT_STARTS: starts, CLIENT_ENDS: ends } = choices;
  const at = index + view.length * 7;
  const start = at % starts.length;
  const end = (Math.floor(at / starts.length) + start) % ends.length;
  return `${starts[start] ?? starts[0]} ${ends[end] ?? ends[0]}`;
}
