import { type Deal, matchIdentities, type SheetRow } from '@app/domain';

/** A row of the sheet with the deal it is. */
export interface PairedDeal {
  readonly deal: Deal;
  /** Position of the stored deal it continues; null for a new one. */
  readonly continues: number | null;
}

/**
 * Gives each row the id of the deal it is, or a new one. Matching goes by position, not by id: other software's
 * documents may share an id or have none, and one id is given out once.
 */
export function pairDeals(
  existing: readonly Deal[],
  rows: readonly SheetRow[],
  newId: (row: SheetRow) => string,
): PairedDeal[] {
  const places = matchIdentities(
    existing.map(({ client, stage, hubspot_link }, at) => ({ id: String(at), client, stage, hubspot_link })),
    rows,
  );
  const used = new Set<string>();
  return rows.map((row, index) => {
    const place = places[index] ?? null;
    const continues = place === null ? null : Number(place);
    const known = continues === null ? '' : (existing[continues]?.id ?? '');
    const id = known === '' || used.has(known) ? newId(row) : known;
    used.add(id);
    return { deal: { ...row, id }, continues };
  });
}
