import { Injectable } from '@nestjs/common';
import type { IngestionRun, SheetToImport } from '@app/contracts';
import { toStoredReading } from './runs/run-reading.js';
import type { StoredView } from '../views/stored-view.js';
import { IngestionService, type Sender } from './ingestion.service.js';
import { SheetRunsService } from './sheet-runs.service.js';
import type { UploadForm } from './upload-form.js';
import type { UploadArguments } from './upload-parameters.js';

/** Brings in what a request has: a file, or the address of a sheet. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly ingestion: IngestionService,
    private readonly sheets: SheetRunsService,
  ) {}

  /**
   * Queues a run; the answer does not wait until the sheet is read.
   *
   * @param sender who sends it and where to, asked once a file is here: whose right has gone by then imports nothing
   */
  async start(
    view: StoredView,
    form: UploadForm,
    wanted: UploadArguments,
    sender: () => Promise<Sender>,
  ): Promise<IngestionRun> {
    const sheet = form.sheet();
    if (sheet === null) return this.ingestion.upload(view, form, wanted, sender);
    const { by } = await sender();
    return (await this.sheets.start(view, namedSheet(sheet, wanted), choices(sheet, wanted, by.email))).run;
  }
}

const namedSheet = (
  { sheet_url: url, sheet_name: name, sheet: body }: SheetToImport,
  { sheet }: UploadArguments,
) => ({
  url,
  tab: named(name) ?? named(body) ?? named(sheet),
});

const named = (name: string | null | undefined): string | null => (name?.trim() ? name.trim() : null);

const choices = ({ mode, dry_run, ...body }: SheetToImport, query: UploadArguments, startedBy: string) => ({
  startedBy,
  mode: mode ?? query.mode,
  isDryRun: dry_run ?? query.dryRun,
  reading: toStoredReading({ ...query, ...body }),
});
