const COLOURS: Readonly<Record<string, string>> = {
  inbound: 'c-inbound',
  outbound: 'c-outbound',
  referral: 'c-referral',
  event: 'c-event',
  partner: 'c-partner',
  upsell: 'c-upsell',
};

/** The colour of a source group, as a style; what belongs to none is grey. */
export const sourceColour = (group: string | null): string =>
  `var(--${(group === null ? undefined : COLOURS[group]) ?? 'c-none'})`;
