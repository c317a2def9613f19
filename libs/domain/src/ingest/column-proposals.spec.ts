import { readSheet } from './read-sheet.js';
import { SheetError } from './sheet-error.js';
import type { SheetReport } from './sheet.js';

const OPTIONS = { dateOrder: 'day_first', dedupe: 'none' } as const;

/** What is proposed for the headers of a sheet that also has the columns named. */
function proposed(headers: readonly string[]): Record<string, string> {
  const file = new TextEncoder().encode(`${headers.join('\t')}\n${headers.map(() => 'x').join('\t')}\n`);
  return Object.fromEntries(reportOf(file).proposals.map(({ header, field }) => [header, field]));
}

function reportOf(file: Uint8Array): SheetReport {
  try {
    return readSheet(file, OPTIONS).report;
  } catch (error) {
    if (error instanceof SheetError && error.report) return error.report;
    throw error;
  }
}

describe('for unknown headers', () => {
  it('of a CRM the nearest columns are proposed, and none for its identifier', () => {
    expect(
      proposed([
        'opportunity_id',
        'sales_agent',
        'product',
        'account',
        'deal_stage',
        'engage_date',
        'close_date',
        'close_value',
      ]),
    ).toEqual({
      sales_agent: 'owner',
      account: 'client',
      deal_stage: 'stage',
      engage_date: 'discovery_date',
      close_date: 'billing_start',
      close_value: 'expected_arr',
    });
  });

  it.each([
    ['Société', 'client'],
    ['Nom du compte', 'client'],
    ['Raison sociale', 'client'],
    ['Account Name', 'client'],
    ['Clients', 'client'],
    ['Étape', 'stage'],
    ['Statut', 'stage'],
    ['Étape / Statut', 'stage'],
    ['Date de découverte', 'discovery_date'],
    ['Découverte le', 'discovery_date'],
    ['Created at', 'discovery_date'],
    ['Montant', 'expected_arr'],
    ['Montant (€ HT)', 'expected_arr'],
    ['ARR prévu', 'expected_arr'],
    ['close_value_usd', 'expected_arr'],
    ['Revenu mensuel', 'expected_mrr'],
    ['Valeur du pipe', 'pipeline'],
    ['Potentiel', 'pipeline'],
    ['Commercial', 'owner'],
    ["Chargé d'affaires", 'owner'],
    ['Comercial', 'owner'],
    ['Apporteur', 'bdr'],
    ['Apporteur d’affaires', 'bdr'],
    ['Origine', 'type_of_source'],
    ['Origine du lead', 'type_of_source'],
    ['Produit', 'product'],
    ['Date de signature', 'billing_start'],
    ['Facturation', 'billing_start'],
    ['Début de facturation', 'billing_start'],
    ['Lien HubSpot', 'hubspot_link'],
    ['Type d’affaire', 'type_of_deal'],
    ['Pertinence', 'relevance'],
    ['Mois', 'month'],
    ['Suporters', 'supporters'],
    ['ExpectedARR', 'expected_arr'],
    ['Discvery date', 'discovery_date'],
  ])('%s: %s', (header, field) => {
    expect(proposed(['Notes', header])).toEqual({ [header]: field });
  });

  it.each([
    'Notes',
    'Commentaire',
    'opportunity_id',
    'Account ID',
    'Client email',
    'Contact date',
    'Country',
    'Next step',
    'Région',
    'Probability',
    'Company size',
    '№',
    'Клиент',
    '2024',
    '%',
    'Société;Étape;Montant',
  ])('%s: none rather than a bad guess', (header) => {
    expect(proposed(['Owner', header])).toEqual({});
  });

  it('no column is proposed twice, or beside a header that has it', () => {
    expect(proposed(['Date de signature', 'Facturation'])).toEqual({ Facturation: 'billing_start' });
    expect(proposed(['Société', 'Compte'])).toEqual({ Compte: 'client' });
    expect(proposed(['Client', 'Société'])).toEqual({});
    expect(proposed(['Statut', 'Etat', 'statut'])).toEqual({ Statut: 'stage' });
  });

  it('the separator is the one under which most may be columns', () => {
    const file = new TextEncoder().encode('Société;Étape;Montant\nAcme;Gagné;12,50\n');
    const { separator, proposals } = reportOf(file);
    expect(separator).toBe(';');
    expect(proposals.map(({ field }) => field)).toEqual(['client', 'stage', 'expected_arr']);
  });

  it('the header of a sheet that is not read is the line that looks most like one', () => {
    const file = new TextEncoder().encode('Pipeline 2026\n\nSociété,Étape,Montant\nAcme,Gagné,12\n');
    const { header_row, first_rows, proposals } = reportOf(file);
    expect(header_row).toBe(3);
    expect(proposals).toHaveLength(3);
    expect(first_rows).toEqual({
      header: ['Société', 'Étape', 'Montant'],
      rows: [['Acme', 'Gagné', '12']],
      row_numbers: [4],
    });
  });
});
