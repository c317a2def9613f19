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
  /** The same and what the tag stands for, for those who point at it. */
  title: string;
  value: string;
  deal: DealRecord;
}

/**
 * An item of the list: when or what, who, and the amount.
 *
 * @param view of which view it is, where there are several; else empty
 */
export function todayLine(
  { kind, date, days, deal }: TodayItem,
  asOf: string,
  view: string,
  formats: Formats,
): TodayLine {
  const texts = DASHBOARD.today;
  const age = days === null ? '' : texts.age(formats.count(days), days === 1);
  const parts = {
    poa: [texts.poa],
    intro: [texts.intro],
    legals_past_age: [age],
    no_next_date: [age, stageName(deal.stage)],
  }[kind];
  const detail = [...parts, view].filter((part) => part !== '').join(' · ');
  return {
    key: `${kind} ${deal.view_id} ${deal.id}`,
    tag:
      date === null
        ? texts.tags[kind === 'legals_past_age' ? 'legals' : 'stale']
        : whenOf(date, asOf, formats),
    tone: date === null ? 'warn' : 'plain',
    client: deal.client,
    detail,
    title:
      date === null ? `${texts.late[kind === 'legals_past_age' ? 'legals' : 'stale']}: ${detail}` : detail,
    value: formats.moneyShort(deal.value),
    deal,
  };
}

const whenOf = (date: string, asOf: string, formats: Formats) =>
  date === asOf ? DASHBOARD.today.tags.today : formats.weekday(date);
