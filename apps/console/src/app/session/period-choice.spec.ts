import { type PeriodChoice, day, isoDay, periodOfParameter, periodParameter } from '@app/domain/period';
import { choiceOf, defaultChoice } from './period-choice';

const TODAY = day('2026-11-22');
const days = ({ period }: PeriodChoice) => `${isoDay(period.from)}..${isoDay(period.to)}`;
const read = (text: string) => {
  const choice = periodOfParameter(text, TODAY);
  if (!choice) throw new Error(`${text} names no period.`);
  return choice;
};

describe('the period of the address', () => {
  it('is the current half by default', () => {
    expect(days(defaultChoice(TODAY))).toBe('2026-07-01..2026-12-31');
    expect(periodParameter(defaultChoice(TODAY))).toBe('half:2026-H2');
  });
});

describe('changing the period', () => {
  it('takes the week of today', () => {
    expect(periodParameter(choiceOf('week', read('half:2026-H2'), TODAY))).toBe('week:2026-11-16');
  });

  it('keeps today when the kind changes in a period that contains it', () => {
    expect(periodParameter(choiceOf('month', read('half:2026-H2'), TODAY))).toBe('month:2026-11');
  });

  it('keeps the start of the period when it does not contain today', () => {
    expect(periodParameter(choiceOf('quarter', read('half:2025-H2'), TODAY))).toBe('quarter:2025-Q3');
  });
});
