/** A file of records, as CSV. */
export const RECORDS_CSV =
  'Month,Discovery date,Client,Hubspot link,Stage,Relevance,Show/Nowshow,POA date,Expected MRR,Expected ARR,Pipeline,' +
  'Type of deal,BDR,Type of source,Product,Owner,Supporters,Billing start\r\n' +
  '2026-10,2026-10-05,Acme,https://app.hubspot.com/deal/1,C Proposal sent,Relevant,Show,,,,24000,New Business,' +
  'John Doe,Inbound,Enterprise Plan,Jane Smith,,\r\n';

/** A breakdown, as CSV. */
export const BREAKDOWN_CSV = 'AE,POA generated\r\nJane Smith,12\r\nUnassigned,1\r\nTotal,13\r\n';

/** Findings of a run, as CSV. */
export const FINDINGS_CSV =
  'Row,Client,Column,Value,Deal value,What to do,Kind,Code\r\n' +
  '30,Acme Corp,POA date,31/02/2026,60000,"The date is left empty. Write it with day, month and year, such as 14/03/2026.",' +
  'Dates that cannot be read,unreadable_date\r\n';

/** Rows that a run removed, as CSV. */
export const DUPLICATES_CSV =
  'Row,Client,Stage,Value,Merged into row,Differs in,Deal\r\n' +
  '6,Acme Corp,Not Relevant,166500,9,"Pipeline: 166500, kept 172000",deal-organic-17\r\n';

/** The rows of which another deal may be meant, as CSV. */
export const MATCHES_CSV =
  'Row,Client,Stage before,Stage,Taken for it by,Alike,Deal\r\n' +
  '6,Acme Corp,C Proposal sent,B Legals,Client alone,1,deal-organic-17\r\n';

/** What a run changes, as CSV. */
export const CHANGES_CSV =
  'Change,Client,Stage,Value,Column,Before,After,Deal\r\n' +
  'changed,Acme Corp,B Legals,166500,Stage,C Proposal sent,B Legals,deal-organic-17\r\n';

/** A table of a screen, as CSV. */
export const TABLE_CSV =
  'AE,Intros attended,POA generated,ARR closed\r\nJane Smith,24,12,180000\r\nUnassigned,2,1,0\r\nTotal,26,13,180000\r\n';

/** The sheet to fill in, as CSV; its rows cut. */
export const TEMPLATE_CSV =
  'Month,Discovery date,Client,Hubspot link,Stage,Relevance,Show/Nowshow,POA date,Expected MRR,Expected ARR,Pipeline,' +
  'Type of deal,BDR,Type of source,Product,Owner,Supporters,Billing start\r\n' +
  'October,2026-10-05,Example to overwrite: Acme Corp,https://crm.example.com/deal/1001,C Proposal sent,Relevant,Show,2026-10-19,5000,60000,' +
  '60000,New Business,Sam Rivera,Outbound,Platform,Alex Martin,Robin Chen,\r\n';

/** A board, as CSV. */
export const BOARD_CSV =
  'Part,Column,Position,Client,Owner,Stage,Value,Probability,Projected,Not counted,Discovery date,POA date,Age,New,What became of it,Hubspot link\r\n' +
  'Board,Next 14 days,1,Acme Corp,Jane Smith,B Legals,60000,0.9,54000,,2026-09-10,2026-09-24,73,,,https://app.hubspot.com/deals/12345\r\n' +
  'Hidden,Next 14 days,,Bolt Ltd,Jane Smith,B Legals,,,,20000,2026-09-12,,71,,,\r\n';

/** Two boards against each other, as CSV. */
export const DUEL_CSV =
  'Client,Owner,Stage,Value,Left: column,Left: probability,Left: hidden,Left: projected,Right: column,Right: probability,Right: hidden,Right: projected,Differs by,In dispute,Difference\r\n' +
  'Acme Corp,Jane Smith,B Legals,60000,Next 14 days,0.9,,54000,Next 30-60 days,0.75,,45000,"column, probability",54000,9000\r\n' +
  'Total: difference by probability,,,,,,,,,,,,,,9000\r\n' +
  'Total: difference by hidden deals,,,,,,,,,,,,,,0\r\n' +
  'Total: Left less Right,,,,,,,,,,,,,,9000\r\n';
