const ADDRESS = /^https?:\/\/[^\s/?#]+[/?#]\S+$/i;
const WITHOUT_SCHEME = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+(?::\d+)?[/?#]\S+$/u;
const NUMBER = /^\d{4,}$/;

/**
 * Whether the text of a Hubspot link identifies a deal: an http(s) address with something after its host (without its
 * scheme, when the host has a dot), or a number of four digits or more.
 *
 * @see docs/domain.md, section 9
 */
export const isLink = (text: string | null): text is string =>
  text !== null && (ADDRESS.test(text) || NUMBER.test(text) || WITHOUT_SCHEME.test(text));
