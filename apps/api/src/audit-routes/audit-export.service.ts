import { Injectable } from '@nestjs/common';
import {
  AUDIT_ACTIONS,
  type AuditChange,
  auditDoer,
  auditFieldLabel,
  type AuditEntry,
  auditSentence,
  auditUntold,
  auditValue,
} from '@app/contracts';
import { type ExportColumn, isoDay } from '@app/domain';
import type { WantedEntries } from '../audit/audit-filter.js';
import { AuditLogRepository } from '../audit/audit-log.repository.js';
import { checkRows, EXPORT_FORMATS } from '../exports/export-formats.js';
import type { ExportRow, ExportTable } from '../exports/export-table.js';
import type { Export } from '../exports/exports.service.js';
import { fileName, onlyOf } from '../exports/file-name.js';
import type { AuditFile, AuditFilter } from './audit-parameters.js';
import { AuditReadingService, toTold } from './audit-reading.service.js';

const COLUMNS: readonly ExportColumn[] = [
  'Time (UTC)',
  'Who',
  'What',
  'In words',
  'View',
  'About',
  'Outcome',
  'From',
  'Before',
  'After',
  'Request',
  'Entry',
].map((label) => ({ label, kind: 'text' }));
const ENTRIES_A_BATCH = 500;

/** The audit log as a file, whole. */
@Injectable()
export class AuditExportService {
  constructor(
    private readonly entries: AuditLogRepository,
    private readonly reading: AuditReadingService,
  ) {}

  async of({ format: kind, ...filter }: AuditFile): Promise<Export> {
    const format = EXPORT_FORMATS[kind];
    const wanted = this.reading.wanted(filter);
    if (Number.isFinite(format.maxRows)) checkRows(format, await this.entries.count(wanted));
    const table = { columns: COLUMNS, batches: this.rows(wanted) };
    return { name: nameOf(filter), sheet: 'Activity', format, table };
  }

  private async *rows(wanted: WantedEntries): ExportTable['batches'] {
    let batch: ExportRow[] = [];
    for await (const entry of this.entries.all(wanted)) {
      batch.push(rowOf(toTold(entry)));
      if (batch.length < ENTRIES_A_BATCH) continue;
      yield batch;
      batch = [];
    }
    yield batch;
  }
}

function nameOf({ actor, text, actions, view, from, to }: AuditFilter): string {
  const first = from === null ? '' : `from ${isoDay(from)}`;
  const last = to === null ? '' : `to ${isoDay(to)}`;
  return fileName('activity', onlyOf([actor, text, ...actions, view]), first, last);
}

const rowOf = (entry: AuditEntry): ExportRow => [
  entry.at,
  auditDoer(entry.actor),
  AUDIT_ACTIONS[entry.action].label,
  auditSentence(entry)
    .map(({ text }) => text)
    .join(''),
  entry.view?.name ?? null,
  entry.subject?.name ?? null,
  entry.outcome,
  entry.address,
  side(entry, ({ before }) => before),
  side(entry, ({ after }) => after),
  entry.request_id,
  entry.id,
];

/** One side of the difference, a line a field. */
function side(entry: AuditEntry, of: (change: AuditChange) => unknown): string {
  const lines = auditUntold(entry).map(
    (change) => `${auditFieldLabel(change.field)}: ${auditValue(of(change))}`,
  );
  const more = entry.more_changes;
  return [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
}
