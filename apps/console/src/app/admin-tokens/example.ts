import type { MadeApiToken } from '@app/contracts';

/** A command that does what the token may: it reads the deals of its first view, or uploads to it. */
export function exampleOf({ token, secret }: MadeApiToken, origin: string): string {
  const view = `${origin}/api/views/${token.views[0]?.id ?? '<view>'}`;
  const what = token.rights.includes('read')
    ? [`${view}/records`]
    : [`--form file=@deals.csv \\`, `${view}/ingestions`];
  return [`curl --header "Authorization: Bearer ${secret}" \\`, ...what].join('\n  ');
}
