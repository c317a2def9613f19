import { Service, inject } from '@angular/core';
import type { Dimension } from '@app/contracts';
import { type DrawerLink, filtersOf } from '../ui/links/link';
import type { ExportQuestion } from '../ui/export/export-question';
import { partOf } from './part-of';
import { Address } from './address';
import { QuestionScope } from './question-scope';
import { PATHS, exportUrl, viewUrl } from './api';

/** A question to the API. */
export interface Question {
  url: string;
  params: Record<string, string | readonly string[]>;
}

/**
 * The questions to the API about a link: its number, breakdown, records and export. All of them carry the same: the
 * view, period, filters and as-of date of the page, and the restrictions of the link.
 */
@Service()
export class Questions {
  private readonly address = inject(Address);
  private readonly scope = inject(QuestionScope);

  /** Screens with targets of their own: the drawer compares with the same target as the card. */
  explanation(link: DrawerLink): Question | null {
    const page = this.address.page();
    return this.ask(PATHS.explanation, {
      metric: link.id,
      ...(WITH_OWN_TARGETS.includes(page) ? { screen: page } : {}),
      ...this.about(link),
    });
  }

  breakdown(link: DrawerLink, by: Dimension): Question | null {
    return this.ask(PATHS.breakdown, { metric: link.id, by, ...this.about(link) });
  }

  /** The records behind a link; an empty sort is the server's order. */
  records(link: DrawerLink, sort: string): Question | null {
    return this.ask(recordsOf(link), {
      ...(link.kind === 'explain' ? { metric: link.id } : {}),
      ...this.about(link),
      ...(sort ? { sort } : {}),
    });
  }

  /** All deals of the view, or those whose client matches the search. */
  dataset(search: string, sort: string): Question | null {
    const asOf = this.address.asOf();
    return this.ask(PATHS.records, {
      ...(asOf ? { as_of: asOf } : {}),
      sort,
      ...(search ? { q: search } : {}),
    });
  }

  /** The export of a question, with the columns that are shown; an empty sort is that of the question. */
  fileOf(question: Question | null, columns: readonly string[] = [], sort = ''): ExportQuestion | null {
    if (!question) return null;
    const { url, params } = question;
    const shown = { ...(columns.length > 0 ? { columns } : {}), ...(sort ? { sort } : {}) };
    return { url: exportUrl(url), params: { ...params, ...shown } };
  }

  /** Findings and boards include deals of all dates. */
  private about({ kind, part, only }: DrawerLink): Question['params'] {
    const { address, scope } = this;
    const { from, to } = partOf(part, address.period().period, address.today());
    const scoped = kind === 'explain' ? scope.ofDays(from, to) : scope.ofLists();
    return { ...scoped, ...filtersOf(only) };
  }

  private ask(path: string, params: Question['params']): Question | null {
    const view = this.address.viewId();
    return view ? { url: viewUrl(view, path), params } : null;
  }
}

const WITH_OWN_TARGETS = ['meetings-attended'];

function recordsOf({ kind, id }: DrawerLink): string {
  if (kind === 'finding') return PATHS.findingRecords(id);
  return kind === 'column' ? PATHS.columnRecords(id) : PATHS.numberRecords;
}
