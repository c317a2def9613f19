import type { SearchAnswer } from '@app/contracts';
import { DEAL } from '../sales-records/sales-records.examples.js';

/** What is found of `acme`. */
export const FOUND: SearchAnswer = {
  people: [{ name: 'Jane Acme', roles: ['owner'], views: [DEAL.view_id] }],
  deals: [{ view: DEAL.view_id, deal: DEAL }],
  total: 1,
};
