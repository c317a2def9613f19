import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/audit-log.service.js';
import { ViewsService } from '../views/views.service.js';
import type { BoardPlace } from './board-place.js';
import type { BoardVersionDocument } from './board-version-document.js';

const ACTIONS = { save: 'pov_saved', restore: 'pov_restored', reset: 'pov_reset' } as const;

/** Tells the audit log of the point of view. What somebody does to a board of their own is nobody else's business. */
@Injectable()
export class PovAuditService {
  constructor(
    private readonly audit: AuditLog,
    private readonly views: ViewsService,
  ) {}

  async tell(
    { userId, viewId }: BoardPlace,
    before: BoardVersionDocument | null,
    version: BoardVersionDocument,
  ): Promise<void> {
    if (userId !== null || version.kind === 'found') return;
    const view = { id: viewId, name: (await this.views.byId(viewId))?.name ?? viewId };
    await this.audit.record({
      action: ACTIONS[version.kind],
      view,
      before: before ? countsOf(before) : {},
      after: countsOf(version),
    });
  }
}

const countsOf = ({ revision, deals, hidden, note }: BoardVersionDocument) => ({
  revision,
  deals,
  hidden,
  note,
});
