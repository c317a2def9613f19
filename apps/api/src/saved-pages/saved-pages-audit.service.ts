import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.js';
import { ViewsService } from '../views/views.service.js';
import type { StoredSavedPage } from './saved-page-document.js';

/** Tells the audit log of pages that are shared. What somebody saves for themselves is nobody else's business. */
@Injectable()
export class SavedPagesAuditService {
  constructor(
    private readonly audit: AuditLog,
    private readonly views: ViewsService,
  ) {}

  async tell(before: StoredSavedPage | null, after: StoredSavedPage): Promise<void> {
    const [was, is] = [before !== null && isShown(before), isShown(after)];
    if (!was && !is) return;
    await this.audit.record({
      action: was && is ? 'saved_page_changed' : is ? 'saved_page_shared' : 'saved_page_withdrawn',
      subject: after,
      view: { id: after.viewId, name: (await this.views.byId(after.viewId))?.name ?? after.viewId },
      before: was && before ? told(before) : {},
      after: is ? told(after) : {},
    });
  }
}

const isShown = ({ isShared, isDeleted }: StoredSavedPage): boolean => isShared && !isDeleted;

const told = ({ name, page, parameters, madeBy }: StoredSavedPage) => ({
  name,
  shows: [page, ...Object.entries(parameters).map(([key, value]) => `${key} ${[value].flat().join(', ')}`)],
  made_by: madeBy,
});
