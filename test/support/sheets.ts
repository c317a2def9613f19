const HEADER =
  'Month,Discovery date,Client,Hubspot link,Stage,Relevance,Show/Nowshow,POA date,Expected MRR,Expected ARR,' +
  'Pipeline,Type of deal,BDR,Type of source,Product,Owner,Supporters,Billing start';

/** What a test wants to say about a row; the rest is empty. */
export interface RowOfSheet {
  client: string;
  stage?: string;
  discovered?: string;
  arr?: number;
  pipe?: number;
  link?: string;
  owner?: string;
  source?: string;
  /** Show unless given. */
  show?: string;
  poa?: string;
  relevance?: string;
  billed?: string;
}

/** A sheet with the columns of the documentation. */
export function sheetOf(rows: readonly RowOfSheet[]): string {
  return [HEADER, ...rows.map(line)].join('\n');
}

/** A sheet of many deals: client n has a pipe of n. */
export function largeSheet(rows: number, { tag = 'Client', stage = 'C Proposal sent' } = {}): string {
  const row = (index: number): RowOfSheet => ({
    client: `${tag} ${index + 1}`,
    stage,
    discovered: '2026-10-05',
    pipe: index + 1,
    owner: `Owner ${index % 7}`,
    source: 'Inbound',
  });
  return sheetOf(Array.from({ length: rows }, (_, index) => row(index)));
}

function line({
  client,
  stage = 'C Proposal sent',
  discovered = '2026-10-05',
  arr,
  pipe,
  link = '',
  owner = '',
  source = '',
  show = 'Show',
  poa = '',
  relevance = '',
  billed = '',
}: RowOfSheet): string {
  const cells = ['', discovered, client, link, stage, relevance, show, poa, '', arr ?? '', pipe ?? '', ''];
  return [...cells, '', source, '', owner, '', billed].join(',');
}
