import { Service, inject } from '@angular/core';
import type { Dimension } from '@app/contracts';
import { type DrawerLink, filtersOf } from '../ui/links/link';
import type { ExportQuestion } from '../ui/export/export-question';
import { partOf } from './period-choice';
import { Situation } from './situation';

/** A question to the API. */
export interface Question {
  url: string;
  params: Record<string, string | string[]>;
}

/**
 * What the API is asked about a link: its number, its parts, its records and their file. All of them carry the same:
 * the view, period, people and as-of date of the page, and whatever the link is narrowed to.
 */
@Service()
export class Questions {
  private readonly situation = inject(Situation);

  /** Screens that compare a number with a target of their own: the drawer says the same as their card. */
  explanation(link: DrawerLink): Question | null {
    const tab = this.situation.tab();
    return this.ask('analytics/explain', {
      metric: link.id,
      ...(WITH_OWN_TARGETS.includes(tab) ? { screen: tab } : {}),
      ...this.about(link),
    });
  }

  breakdown(link: DrawerLink, by: Dimension): Question | null {
    return this.ask('analytics/breakdown', { metric: link.id, by, ...this.about(link) });
  }

  /** The records behind a link, in an order; empty for the server's own. */
  records(link: DrawerLink, sort: string): Question | null {
    return this.ask(`${pathOf(link)}/records`, {
      ...(link.kind === 'explain' ? { metric: link.id } : {}),
      ...this.about(link),
      ...(sort ? { sort } : {}),
    });
  }

  /** All deals of the view, or those whose client is searched for. */
  dataset(search: string, sort: string): Question | null {
    const asOf = this.situation.asOf();
    return this.ask('records', {
      ...(asOf ? { as_of: asOf } : {}),
      sort,
      ...(search ? { q: search } : {}),
    });
  }

  /** The file of a question, with the columns that are shown. */
  fileOf(question: Question | null, columns: readonly string[] = []): ExportQuestion | null {
    if (!question) return null;
    const { url, params } = question;
    return { url: `${url}/export`, params: { ...params, ...(columns.length > 0 ? { columns } : {}) } };
  }

  /** Findings and boards look at deals of all dates. */
  private about({ kind, part, only }: DrawerLink): Question['params'] {
    const { situation } = this;
    const { from, to } = partOf(part, situation.period().period, situation.today());
    const asked = kind === 'explain' ? situation.askedOf(from, to) : situation.askedOfLists();
    return { ...asked, ...filtersOf(only) };
  }

  private ask(path: string, params: Question['params']): Question | null {
    const view = this.situation.viewId();
    return view ? { url: `/api/views/${view}/${path}`, params } : null;
  }
}

const WITH_OWN_TARGETS = ['meetings-attended'];

function pathOf({ kind, id }: DrawerLink): string {
  if (kind === 'finding') return `findings/${encodeURIComponent(id)}`;
  return kind === 'column' ? `board-columns/${encodeURIComponent(id)}` : 'analytics';
}
