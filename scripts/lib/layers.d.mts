import type { IForbiddenRuleType } from 'dependency-cruiser';

/** The layers of each area, from bottom to top; folders of one layer do not import each other. */
export type Layers = Readonly<Record<string, readonly (readonly string[])[]>>;

export const LAYERS: Layers;

export function layerRules(layers: Layers): IForbiddenRuleType[];
