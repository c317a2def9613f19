import type { SourceGroup } from '../../normalise/categories.js';
import type { SeriesColour } from './screen-entry.js';

/**
 * The name and the colour of each source group, on every screen and in every chart. Where a deal came from is not what
 * it is: deals of type upsell are others, and more.
 */
export const SOURCE_GROUP_STYLES = {
  inbound: { label: 'Inbound', colour: 'c-inbound' },
  outbound: { label: 'Outbound', colour: 'c-outbound' },
  referral: { label: 'Referral', colour: 'c-referral' },
  event: { label: 'Event', colour: 'c-event' },
  partner: { label: 'Partner', colour: 'c-partner' },
  upsell: { label: 'Upsell source', colour: 'c-upsell' },
  unassigned: { label: 'Unassigned', colour: 'c-none' },
  other: { label: 'Other', colour: 'c-other' },
} as const satisfies Record<SourceGroup, { readonly label: string; readonly colour: SeriesColour }>;

/** Name and colour of a source group; `null` for a key that names none. */
export const styleOfSourceGroup = (
  key: string | null,
): { readonly label: string; readonly colour: SeriesColour } | null =>
  key !== null && key in SOURCE_GROUP_STYLES ? SOURCE_GROUP_STYLES[key as SourceGroup] : null;
