import { Injectable } from '@nestjs/common';
import type { ChangeView } from '@app/contracts';
import { parseSheetAddress, withScheme } from '../ingestion/sources/sheet-address.js';
import { Refusal, refusedField } from '../refusals/refusal.js';
import type { StoredView } from '../views/stored-view.js';
import type { ChangedView } from '../views/views.repository.js';
import { ViewsService } from '../views/views.service.js';

/** Changes of how a view gets its data. */
@Injectable()
export class ViewChangesService {
  constructor(private readonly views: ViewsService) {}

  /**
   * Writes what is named, and nothing else.
   *
   * @returns the view as it is now
   * @throws Refusal for an address that is none of a sheet, and for a sheet of a view that adds up others
   */
  change(view: StoredView, wanted: ChangeView): Promise<StoredView> {
    const { sheet_url: url, sheet_name: name, dedupe } = wanted;
    if (view.isMaster && (url || name)) {
      throw new Refusal(
        'not_offered',
        `${view.name} adds up other views and has no sheet: set those of its views.`,
      );
    }
    const address = url ? parseSheetAddress(url) : null;
    if (typeof address === 'string') throw refusedField('sheet_url', address, 'not_offered');
    const fields: ChangedView = {};
    if (url !== undefined) fields.sheet_url = trimmed(url && withScheme(url));
    if (name !== undefined) fields.sheet_name = trimmed(name);
    if (dedupe) fields.dedupe = dedupe;
    return this.views.change(view.id, fields);
  }
}

/** Nothing but blanks is nothing. */
const trimmed = (text: string | null): string | null => (text?.trim() ? text.trim() : null);
