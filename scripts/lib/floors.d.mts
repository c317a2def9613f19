import type { IForbiddenRuleType } from 'dependency-cruiser';

/** Folders of each area from bottom to top; those of one floor do not know each other. */
export type Floors = Readonly<Record<string, readonly (readonly string[])[]>>;

export const FLOORS: Floors;

export function floorRules(floors: Floors): IForbiddenRuleType[];
