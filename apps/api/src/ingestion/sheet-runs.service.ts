import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Refusal, refusedField } from '../refusals/refusal.js';
import type { StoredView } from '../views/stored-view.js';
import { IngestionService, type NewRun, refuseMaster, type StartedRun } from './ingestion.service.js';
import { NOTHING_SAID } from './runs/run-reading.js';
import { parseSheetAddress } from './sources/sheet-address.js';
import { SpoolService } from './spool.service.js';

/** A sheet of Google Sheets to bring in. */
export interface NamedSheet {
  /** As a person copied it. */
  readonly url: string;
  /** Name of its tab; null where nobody said. */
  readonly tab: string | null;
}

const NAME = 'Google Sheets';

/** Runs of sheets by their address. The sheet is fetched when the run has its turn, not before. */
@Injectable()
export class SheetRunsService {
  constructor(
    private readonly ingestion: IngestionService,
    private readonly spool: SpoolService,
  ) {}

  /**
   * Starts a run of the sheet that a view is set to.
   *
   * @param startedBy address of a person, or the name of a job
   * @throws Refusal (`conflict`) when the view has no sheet
   */
  refresh(view: StoredView, startedBy: string, isDryRun = false): Promise<StartedRun> {
    return this.start(view, sheetOf(view), { startedBy, isDryRun });
  }

  /**
   * A run of the sheet that a view is set to, for whoever starts it later.
   *
   * @throws Refusal as {@link refresh} does, and for an address that is none of a sheet of Google
   */
  prepare(view: StoredView, startedBy: string, id: string): NewRun & { id: string } {
    return this.newRun(view, sheetOf(view), { startedBy, isDryRun: false, id });
  }

  /**
   * Starts a run of a sheet.
   *
   * @throws Refusal for an address that is none of a sheet of Google
   */
  start(
    view: StoredView,
    { url, tab }: NamedSheet,
    { startedBy, isDryRun }: { startedBy: string; isDryRun: boolean },
  ): Promise<StartedRun> {
    return this.ingestion.ask(this.newRun(view, { url, tab }, { startedBy, isDryRun, id: randomUUID() }));
  }

  private newRun(
    view: StoredView,
    { url, tab }: NamedSheet,
    { startedBy, isDryRun, id }: { startedBy: string; isDryRun: boolean; id: string },
  ): NewRun & { id: string } {
    refuseMaster(view);
    const address = parseSheetAddress(url);
    if (typeof address === 'string') throw refusedField('sheet_url', address, 'not_offered');
    return {
      view,
      id,
      startedBy,
      isDryRun,
      source: { type: 'google_sheets', name: tab ?? NAME, url, size: 0 },
      path: this.spool.pathOf(id),
      wanted: { address, tab },
      reading: { ...NOTHING_SAID, sheet: tab },
    };
  }
}

function sheetOf(view: StoredView): NamedSheet {
  refuseMaster(view);
  const { sheetUrl: url, sheetName: tab } = view;
  if (url !== null) return { url, tab };
  throw new Refusal(
    'conflict',
    `${view.name} has no sheet to refresh from: upload a file, or have a super admin set the address of its sheet.`,
  );
}
