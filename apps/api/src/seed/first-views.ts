import type { NewView } from '../views/views.repository.js';

/** Views of the contract, in its order; Master adds the others up. */
const NAMES = ['Organic', 'Signal', 'Full Funnel', 'Market'] as const;

const slug = (name: string): string => name.toLowerCase().replaceAll(' ', '');

const idOf = (name: string, now: Date): string => `view-${slug(name)}-${Math.floor(now.getTime() / 1000)}`;

/** The five views of an installation that has none. */
export function firstViews(now: Date): NewView[] {
  const plain = NAMES.map((name) => view(name, now, { is_default: name === 'Organic' }));
  const master = view('Master', now, { is_master: true, aggregates_from: plain.map(({ id }) => id) });
  return [...plain, master];
}

function view(name: string, now: Date, flags: Partial<NewView>): NewView {
  return {
    id: idOf(name, now),
    name,
    sheet_url: null,
    sheet_name: null,
    is_master: false,
    is_default: false,
    assigned_user: null,
    aggregates_from: [],
    targets: {},
    created_at: now,
    created_by: 'system',
    ...flags,
  };
}
