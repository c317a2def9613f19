import type { PublishedEvent, RunEvent } from '@app/contracts';
import { type Listener, newsOfRevision, newsOfRun, toldViews } from './news.js';

const RUN: RunEvent = {
  id: '0b2b5d2e-6a0e-4a63-9d0f-1a1f6a3c9a10',
  view_id: 'view-organic-1767225600',
  status: 'running',
  started_by: 'organic@example.com',
  source: { type: 'csv', name: 'organic.csv', url: null, size: 58_367 },
  progress: { phase: 'storing', rows_read: 320, fraction: 0.7 },
  time_left_ms: 4_000,
};

const PUBLISHED: PublishedEvent = {
  view_id: 'view-organic-1767225600',
  revision: 4,
  started_by: 'organic@example.com',
  last_update: '2026-11-22T11:02:01.250Z',
};

const SOMEBODY_WHO_SIGNED_IN: Listener = { kinds: ['viewer'] };

/** A few seconds of a stream. */
export const SOME_EVENTS = [
  toldViews([{ id: 'view-organic-1767225600', name: 'Organic' }]),
  newsOfRun(RUN).textFor(SOMEBODY_WHO_SIGNED_IN),
  newsOfRevision(PUBLISHED).textFor(SOMEBODY_WHO_SIGNED_IN),
].join('');
