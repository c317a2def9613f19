import { Injectable } from '@nestjs/common';
import type { ChangeView, NewView } from '@app/contracts';
import { parseSheetAddress, withScheme } from '../ingestion/sources/sheet-address.js';
import { Refusal, refusedField } from '../refusals/refusal.js';
import { ArchivedViewsRepository } from '../views/archived-views.repository.js';
import { namesSource } from '../views/sources.js';
import type { StoredView } from '../views/stored-view.js';
import type { ChangedView } from '../views/views.repository.js';
import { ViewsService } from '../views/views.service.js';

type Wanted = Omit<ChangeView, 'name' | 'is_default'> | Omit<NewView, 'name' | 'is_master'>;
type Known = Pick<StoredView, 'name' | 'isMaster' | 'aggregatesFrom'>;

/** What is asked of a view beside its name, as it is stored. */
@Injectable()
export class ViewFields {
  constructor(
    private readonly views: ViewsService,
    private readonly archived: ArchivedViewsRepository,
  ) {}

  /**
   * What is named, and nothing else.
   *
   * @throws Refusal for an address that is none of a sheet, a sheet of a view that adds up others, the parts of one
   * that does not, and parts none of which there is
   */
  async of(view: Known, wanted: Wanted): Promise<ChangedView> {
    const { sheet_url: url, sheet_name: tab, dedupe, assigned_user: user, aggregates_from: parts } = wanted;
    if (view.isMaster && (url || tab))
      throw new Refusal(
        'not_offered',
        `${view.name} adds up other views and has no sheet: set those of its views.`,
      );
    if (!view.isMaster && parts && parts.length > 0)
      throw refusedField(
        'aggregates_from',
        `${view.name} has data of its own and adds up no others: only a master does.`,
        'not_offered',
      );
    const address = url ? parseSheetAddress(url) : null;
    if (typeof address === 'string') throw refusedField('sheet_url', address, 'not_offered');
    const fields: ChangedView = {};
    if (url !== undefined) fields.sheet_url = trimmed(url && withScheme(url));
    if (tab !== undefined) fields.sheet_name = trimmed(tab);
    if (dedupe) fields.dedupe = dedupe;
    if (user !== undefined) fields.assigned_user = trimmed(user)?.toLowerCase() ?? null;
    if (parts && view.isMaster) fields.aggregates_from = await this.named(view, parts);
    return fields;
  }

  /** Whoever names views sees no deleted ones: those it named stay named, for when they come back. */
  private async named({ name, aggregatesFrom }: Known, parts: readonly string[]): Promise<string[]> {
    if (parts.length === 0) return [];
    // It would show everything to those who were to see a part of it.
    if (!namesSource(parts, await this.views.all()))
      throw refusedField(
        'aggregates_from',
        `${name} would add up all views: none of those named is a view with data. Name one that is, or none for all.`,
      );
    const deleted = new Set((await this.archived.all()).map(({ id }) => id));
    return [...new Set([...parts, ...aggregatesFrom.filter((id) => deleted.has(id))])];
  }
}

/** Nothing but blanks is nothing. */
const trimmed = (text: string | null): string | null => (text?.trim() ? text.trim() : null);
