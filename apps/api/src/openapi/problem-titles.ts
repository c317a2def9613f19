/**
 * What a refusal is called, by status: people read it above the reason, on a page that knows nothing of HTTP. The phrases
 * of the protocol, which RFC 9457 suggests, tell them nothing.
 */
const TITLES: Readonly<Record<number, string>> = {
  400: 'Something needs to be corrected',
  401: 'Nobody is signed in',
  403: 'This is not allowed',
  404: 'This is not there',
  405: 'This cannot be done here',
  406: 'This form is not offered',
  408: 'This took too long',
  409: 'This does not fit what is there',
  412: 'It was changed meanwhile',
  413: 'This is too large',
  414: 'This address is too long',
  415: 'This cannot be read',
  417: 'This is not offered',
  421: 'This address belongs to somebody else',
  422: 'This cannot be done',
  429: 'Too many at once',
  503: 'Not available right now',
};

export const titleOf = (status: number): string =>
  TITLES[status] ?? (status >= 500 ? 'Something went wrong' : 'This did not work');
