import { Controller, Get, UseGuards, UseInterceptors } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { AuditEntryPage } from '@app/contracts';
import { Requires } from '../auth/rules.js';
import { AnswersFile } from '../exports/export-answers.js';
import { ExportTurns } from '../exports/export-turns.guard.js';
import type { Export } from '../exports/exports.service.js';
import { SendExport } from '../exports/send-export.interceptor.js';
import { ReadQuery } from '../http/query-parameters.js';
import { wholePage } from '../http/whole-page.js';
import { Answers, Describe, Problems } from '../openapi/answers.js';
import { AuditExportService } from './audit-export.service.js';
import { AUDIT_FILE, AUDIT_PAGES, type AuditFile, type AuditPages } from './audit-parameters.js';
import { AuditReadingService } from './audit-reading.service.js';
import { AUDIT_CSV, AUDIT_ENTRY } from './audit.examples.js';

@ApiTags('audit log')
@Controller('audit-log')
export class AuditController {
  constructor(
    private readonly reading: AuditReadingService,
    private readonly exports: AuditExportService,
  ) {}

  @Get()
  @Requires('read_audit_log')
  @Describe(
    'Who did what, when and from where, and what it changed.',
    'Newest first: sign-ins and refusals, users, views, imports, targets, settings, tokens and the POV. Never a secret. Kept as long as the setting `audit_days` says.',
  )
  @Answers(200, 'AuditEntryPage', { description: 'The entries.', example: wholePage([AUDIT_ENTRY]) })
  @Problems(400)
  listAuditEntries(@ReadQuery(AUDIT_PAGES) query: AuditPages): Promise<AuditEntryPage> {
    return this.reading.page(query);
  }

  @Get('export')
  @UseGuards(ExportTurns)
  @UseInterceptors(SendExport)
  @Requires('read_audit_log')
  @Describe(
    'The audit log as a file.',
    'One row an entry, all that the filter leaves. Text that a spreadsheet would run as a formula is guarded with an apostrophe.',
  )
  @AnswersFile('The entries.', AUDIT_CSV)
  @Problems(400, [422, 'The list is longer than a sheet of Excel.'], 429)
  exportAuditEntries(@ReadQuery(AUDIT_FILE) query: AuditFile): Promise<Export> {
    return this.exports.of(query);
  }
}
