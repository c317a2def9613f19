import type { DealRecord, TodayItem } from '@app/contracts';
import type { Formats } from '../ui/base/formats';
import type { Tone } from '../ui/base/tone';
import { DASHBOARD } from './texts';
import { stageName } from '../ui/base/stage-name';

/** One thing to do, in words. */
export interface TodayLine {
  key: string;
  tag: string;
  /** Overdue items are tinted. */
  tone: Tone;
  client: string;
  detail: string;
  value: string;
  deal: DealRecord;
}

/** An item of the list: when or what, who, and the amount. */
export function todayLine({ kind, date, days, deal }: TodayItem, asOf: string, formats: Formats): TodayLine {
  const texts = DASHBOARD.today;
  const age = days === null ? '' : texts.age(formats.count(days), days === 1);
  const parts = {
    poa: [texts.poa],
    intro: [texts.intro],
    legals_past_age: [texts.inLegals, age],
    no_next_date: [stageName(deal.stage), age],
  }[kind];
  return {
    key: `${kind} ${deal.view_id} ${deal.id}`,
    tag:
      date === null
        ? texts.tags[kind === 'legals_past_age' ? 'legals' : 'stale']
        : whenOf(date, asOf, formats),
    tone: date === null ? 'warn' : 'plain',
    client: deal.client,
    detail: parts.filter((part) => part !== '').join(' · '),
    value: formats.moneyShort(deal.value),
    deal,
  };
}

const whenOf = (date: string, asOf: string, formats: Formats) =>
  date === asOf ? DASHBOARD.today.tags.today : formats.weekday(date);
