import type { BdrGoals, SettingChange } from '@app/contracts';
import { SETTINGS } from './texts';

/** A short text for the value of a setting. */
export function settingLabel(
  key: SettingChange['key'],
  value: unknown,
  count: (value: number) => string,
): string {
  if (value === null || value === undefined) return SETTINGS.history.default;
  if (key === 'weights' && Array.isArray(value))
    return SETTINGS.history.rows(count(value.length), value.length === 1);
  if (key === 'revenue_span' && (value === 'year' || value === 'half')) return SETTINGS.span.choices[value];
  if (key === 'bdr_goals' && isGoals(value)) {
    const people = Object.entries(value.people).map(([name, goal]) => `, ${name} ${count(goal)}`);
    return SETTINGS.history.goals(count(value.default), people.join(''));
  }
  return JSON.stringify(value);
}

const isGoals = (value: unknown): value is BdrGoals =>
  typeof value === 'object' && value !== null && 'default' in value && 'people' in value;
