import { GATE_LIMITS, type SettingValues } from '@app/domain/settings';

type Limits = SettingValues['refresh_gate'];

/** Name of a limit of the gate. */
export type LimitKey = keyof Limits;

/** The limits as they stand in the fields: percent. */
export type TypedLimits = Readonly<Record<LimitKey, string>>;

/** Every limit, in the order in which they are shown. */
export const LIMIT_KEYS = Object.keys(GATE_LIMITS) as LimitKey[];

/** The saved limits as text for the fields. */
export const typedLimits = (limits: Limits): TypedLimits =>
  ofEach((key) => String(Math.round(limits[key] * 1000) / 10));

/** What the fields say, and which of them say nothing that can be a share. */
export function readLimits(typed: TypedLimits): { limits: Limits | null; faulty: LimitKey[] } {
  const shares = ofEach((key) => shareOf(typed[key]));
  const faulty = LIMIT_KEYS.filter((key) => shares[key] === null);
  return { limits: faulty.length === 0 ? ofEach((key) => shares[key] ?? 0) : null, faulty };
}

const PERCENT = /^\d{1,3}(?:[.,]\d)?$/;

function shareOf(text: string): number | null {
  const trimmed = text.trim();
  const share = PERCENT.test(trimmed) ? Math.round(Number(trimmed.replace(',', '.')) * 10) / 1000 : 2;
  return share <= 1 ? share : null;
}

const ofEach = <Value>(valueOf: (key: LimitKey) => Value): Record<LimitKey, Value> =>
  Object.fromEntries(LIMIT_KEYS.map((key) => [key, valueOf(key)])) as Record<LimitKey, Value>;
