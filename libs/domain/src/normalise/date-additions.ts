/* English and French, full and short. */
const WEEKDAYS =
  '(?:mon(?:day)?|tues?(?:day)?|wed(?:nesday|s)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?' +
  '|lun(?:di)?|mar(?:di)?|mer(?:credi)?|jeu(?:di)?|ven(?:dredi)?|sam(?:edi)?|dim(?:anche)?)';
const ZONE_NAMES =
  'Z|UTC|GMT|UT|WET|WEST|CET|CEST|MET|MEST|EET|EEST|MSK|BST|IST|TRT|GST|PKT|ICT|WIB|SGT|HKT|PHT|JST|KST|AWST|ACST|' +
  'ACDT|AEST|AEDT|NZST|NZDT|SAST|WAT|CAT|EAT|BRT|ART|CLT|NST|NDT|AST|ADT|EST|EDT|CST|CDT|MST|MDT|PST|PDT|AKST|AKDT|HST|ET|CT|MT|PT';
const HOURS = '(?:0?\\d|1[0-4])';
/** `+02:00`, `-0500`; behind a time or a name also `+2`. */
const FULL_OFFSET = `[-+\\u2212](?:0\\d|1[0-4]):?[0-5]\\d`;
const OFFSET = `[-+\\u2212]${HOURS}(?::?[0-5]\\d)?`;
const ZONE = `(?:(?:${ZONE_NAMES})(?: ?${OFFSET})?|${FULL_OFFSET}|(?:[a-z]+ ){1,3}(?:standard|summer|daylight) time)`;
const CLOCK =
  '(?:[01]?\\d|2[0-4])(?::[0-5]\\d(?::[0-5]\\d(?:[.,]\\d+)?)?(?: ?[ap]\\.?m\\.?| ?h)?| ?h(?: ?[0-5]\\d(?: ?min)?)?| ?[ap]\\.?m\\.?)';
const TIME = `(?:at |à )?${CLOCK}(?: ?(?:${ZONE}|${OFFSET}))?`;

/** What stands between a date and an addition. */
const BETWEEN = '(?:,? |, ?)(?:[-\u2013\u2014] )?';
/* A short name may end with a full stop; anything may stand in brackets. */
const ADDITION = `(?:${WEEKDAYS}\\.?|${TIME}|${ZONE})`;
const BEFORE = new RegExp(`^\\(?${ADDITION}\\)?${BETWEEN}`, 'i');
const AFTER = new RegExp(`(?:${BETWEEN}\\(?${ADDITION}\\)?|T${TIME}|Z|[-+]${HOURS}:[0-5]\\d)$`, 'i');

/** What every text has that may hold more than a date: a letter, or what stands in a time. */
export const MAY_HAVE_MORE = /[\p{L}:+]|\s/u;

/**
 * A date without one thing that people write before or after it: a weekday, a time of day, a zone.
 *
 * @param text blanks single
 * @returns the same text when there is none
 * @see docs/domain.md, section 9
 */
export function withoutOneAddition(text: string): string {
  const shorter = text.replace(AFTER, '');
  return (shorter === text ? text.replace(BEFORE, '') : shorter).trim();
}
