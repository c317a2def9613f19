import type { DealRecord, TodayItem } from '@app/contracts';
import type { Formats } from '../ui/base/formats';
import { NEXT_DAYS } from './texts';

/** A day with meetings. */
export interface AgendaDay {
  date: string;
  heading: string;
  meetings: Meeting[];
}

/** An upcoming meeting as text. */
interface Meeting {
  key: string;
  kind: string;
  isPoa: boolean;
  client: string;
  value: string;
  deal: DealRecord;
}

/** The meetings of the next days, day by day in the order they come. */
export function agendaOf(items: readonly TodayItem[], asOf: string, formats: Formats): AgendaDay[] {
  const days = new Map<string, AgendaDay>();
  for (const item of items) {
    if (item.date === null) continue; // what waits without a date is no meeting
    const day = days.get(item.date) ?? {
      date: item.date,
      heading: headingOf(item.date, asOf, formats),
      meetings: [],
    };
    day.meetings.push(meetingOf(item, formats));
    days.set(item.date, day);
  }
  return [...days.values()];
}

function meetingOf({ kind, deal }: TodayItem, formats: Formats): Meeting {
  const { kinds } = NEXT_DAYS;
  return {
    key: `${kind} ${deal.view_id} ${deal.id}`,
    kind: kind === 'poa' ? kinds.poa : kinds.intro,
    isPoa: kind === 'poa',
    client: deal.client,
    value: formats.moneyShort(deal.value),
    deal,
  };
}

const headingOf = (date: string, asOf: string, formats: Formats) =>
  date === asOf ? NEXT_DAYS.today(formats.dayAndMonth(date)) : formats.weekday(date);
